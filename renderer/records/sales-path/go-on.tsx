import { Button, Group, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '#shared/domain/catalog/localized';
import type { Stage } from '#shared/domain/deal/opportunity';
import type { ExitCriterion } from '#shared/domain/deal/sales-path-progress';
import { contentLanguage } from '../../i18n/content-language';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import classes from './sales-path.module.css';

interface GoOnProps {
  readonly to: Stage;
  readonly unmet: readonly ExitCriterion[];
  readonly onStay: () => void;
  /** With the rep's word on why. */
  readonly onGoOn: (why: string) => Promise<void>;
}

/** The path asks for something nobody has ticked: says what, and lets the rep go on with a word on why. */
export function GoOn({ to, unmet, onStay, onGoOn }: GoOnProps) {
  const { t, i18n } = useTranslation(['opportunities', 'records']);
  const language = contentLanguage(i18n.language);
  const { busy, run } = useOneAtATime();
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const word = useRef<HTMLTextAreaElement>(null);
  useEffect(() => word.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (why.trim() === '') setMissing(true);
    else void run(() => onGoOn(why.trim()));
  };
  return (
    <form className={classes['goOn']} onSubmit={submit} aria-label={t('salesPath.unmet')}>
      <p className={classes['goOnTitle']}>
        <IconAlertTriangle size={16} aria-hidden /> {t('salesPath.unmet')}
      </p>
      <ul className={classes['unmet']}>
        {unmet.map(({ id, text }) => (
          <li key={id}>{textIn(text, language)}</li>
        ))}
      </ul>
      <Textarea
        inert={busy}
        label={t('salesPath.why')}
        description={t('salesPath.whyHint')}
        ref={word}
        autosize
        minRows={1}
        maxLength={2_000}
        value={why}
        error={missing ? t('salesPath.whyMissing') : undefined}
        onChange={(event) => {
          setMissing(false);
          setWhy(event.currentTarget.value);
        }}
      />
      <Group gap="xs" mt="sm">
        <Button type="submit" loading={busy}>
          {t('salesPath.goOn', { stage: t(`records:stage.${to}`) })}
        </Button>
        <Button variant="default" onClick={onStay}>
          {t('salesPath.stay')}
        </Button>
      </Group>
    </form>
  );
}

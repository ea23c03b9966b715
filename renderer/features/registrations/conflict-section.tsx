import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { useFamilyNames } from '../../records/use-families';
import { ErrorNotice } from '../../ui/error-notice';
import { useFormats } from '../../ui/formats';
import { Section } from '../../ui/section';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useRemembered } from '../../ui/use-remembered';
import { useRegistrationCommands } from './commands';
import classes from './registrations.module.css';

interface ConflictProps {
  readonly request: RegistrationRequest;
  readonly conflict: NonNullable<RegistrationRequest['conflict']>;
}

/** OPP-4: somebody else registered the same deal: what about, until when to answer, what this partner says, and what came of it. Never who. */
export function ConflictSection({ request, conflict }: ConflictProps) {
  const { t } = useTranslation('registrations');
  const formats = useFormats();
  const familyName = useFamilyNames();
  const { outcome, families, answerBy, statement } = conflict;
  const about = families.length === 0 ? t('anyFamily') : formats.list(families.map(familyName));
  return (
    <Section title={t('conflict.title')}>
      {outcome ? (
        <>
          <p className={classes['reason']}>{t(`conflict.result.${outcome.result}`)}</p>
          <p className={classes['quiet']}>
            {t('sides.by', { name: outcome.by, when: formats.instant(outcome.at) })}
          </p>
          {outcome.comment !== '' && <p className={classes['text']}>{outcome.comment}</p>}
          {statement && <Said statement={statement} />}
        </>
      ) : (
        <>
          <ErrorNotice
            tone="calm"
            title={t('conflict.open')}
            what={t('conflict.about', { families: about })}
            todo={t('conflict.answerBy', { when: formats.instant(answerBy) })}
          />
          {statement && <Said statement={statement} />}
          <Statement request={request} said={statement?.text ?? ''} />
        </>
      )}
    </Section>
  );
}

function Said({ statement }: { readonly statement: NonNullable<ConflictProps['conflict']['statement']> }) {
  const { t } = useTranslation('registrations');
  const formats = useFormats();
  return (
    <div className={classes['appeal']}>
      <p className={classes['quiet']}>{t('conflict.said', { when: formats.instant(statement.at) })}</p>
      <p className={classes['text']}>{statement.text}</p>
    </div>
  );
}

function Statement({ request, said }: { readonly request: RegistrationRequest; readonly said: string }) {
  const { t } = useTranslation('registrations');
  const { answer } = useRegistrationCommands();
  const { busy, run } = useOneAtATime();
  // With what stood there when it was begun: a colleague's statement may come down meanwhile.
  const [kept, setKept] = useRemembered<{ readonly text: string; readonly seen: string } | null>(
    `draft:statement:${request.id}`,
    null,
  );
  const text = kept?.text ?? said;
  const [missing, setMissing] = useState(false);
  const send = async (): Promise<void> => {
    if (text.trim() === '') return setMissing(true);
    if (await answer(request, text.trim(), kept?.seen ?? said)) setKept(null);
  };
  return (
    <div className={classes['ask']}>
      <Textarea
        inert={busy}
        label={t('conflict.statement')}
        description={t('conflict.hint')}
        value={text}
        error={missing && t('conflict.missing')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={10_000}
        onChange={(event) => {
          setKept({ text: event.currentTarget.value, seen: kept?.seen ?? said });
          setMissing(false);
        }}
      />
      <Group mt="xs">
        <Button disabled={text.trim() === said && said !== ''} loading={busy} onClick={() => void run(send)}>
          {t(said === '' ? 'conflict.send' : 'conflict.sendAgain')}
        </Button>
      </Group>
    </div>
  );
}

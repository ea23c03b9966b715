import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleProblem } from '#shared/domain/rules/rule-problem';
import type { RuleSetContent } from '#shared/domain/rules/rule-set';
import { Dialog } from '../../../ui/dialog';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { useRemembered } from '../../../ui/use-remembered';
import { useToldDecision } from '../use-told-decision';
import { publishRules } from './rules-api';
import classes from './rules.module.css';

interface PublishDialogProps {
  readonly content: RuleSetContent;
  /** The newest version that was read. */
  readonly basedOn: number;
  readonly problems: readonly RuleProblem[];
  readonly onClose: () => void;
  readonly onPublished: () => Promise<void>;
}

/** Makes the rules the next version, from now on or from a later time, with a word about why. */
export function PublishDialog({ content, basedOn, problems, onClose, onPublished }: PublishDialogProps) {
  const { t } = useTranslation('vendor-rules');
  const tell = useToldDecision();
  const [note, setNote] = useRemembered(`draft:publish-rules:${content.kind}`, '');
  const [from, setFrom] = useState('');
  const { busy, run } = useOneAtATime();
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const publish = async (): Promise<void> => {
    const sent = publishRules((path, init) => fetch(path, init), {
      basedOn,
      content,
      activeFrom: from === '' ? null : new Date(from).toISOString(),
      note: note.trim(),
    });
    const published = await tell(t(`kindOf.${content.kind}`), sent, ({ versions }) =>
      t('publish.done', { version: versions[0]?.version ?? '' }),
    );
    if (!published) return;
    setNote('');
    onClose();
    await onPublished();
  };
  return (
    <Dialog opened onClose={onClose} title={t('publish.title', { version: basedOn + 1 })}>
      {warnings > 0 && <p className={classes['stale']}>{t('publish.warnings', { count: warnings })}</p>}
      <Textarea
        inert={busy}
        label={t('publish.note')}
        description={t('publish.noteHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-autofocus
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <TextInput
        inert={busy}
        mt="md"
        w={240}
        type="datetime-local"
        label={t('publish.from')}
        description={t('publish.fromHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button loading={busy} onClick={() => void run(publish)}>
          {t('publish.action')}
        </Button>
      </Group>
    </Dialog>
  );
}

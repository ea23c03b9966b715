import { Button, Group, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leadReasons, type Lead } from '#shared/domain/lead/lead';
import { Dialog } from '../../ui/dialog';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useRemembered } from '../../ui/use-remembered';
import { useLeadCommands, type LeadReason } from './commands';
import { readRefusal, type RefusalProblem } from './read-refusal';

/** Declines an offered lead or gives an accepted one back, with the reason the vendor reads. What is typed is kept until it is sent. */
export function RefuseDialog({ lead, onClose }: { readonly lead: Lead; readonly onClose: () => void }) {
  const { t } = useTranslation('leads');
  const { decline, giveBack } = useLeadCommands();
  const { busy, run } = useOneAtATime();
  const [draft, setDraft] = useRemembered<{ readonly reason: LeadReason | null; readonly text: string }>(
    `draft:refuse-lead:${lead.id}`,
    { reason: null, text: '' },
  );
  const [problem, setProblem] = useState<RefusalProblem | null>(null);
  const way = lead.state === 'offered' ? 'decline' : 'giveBack';
  const submit = async (): Promise<void> => {
    const read = readRefusal(draft.reason, draft.text);
    if (!read.ok) return setProblem(read.error);
    const { reason, text } = read.value;
    const refuse = way === 'decline' ? decline : giveBack;
    if (!(await refuse(lead, reason, text))) return;
    setDraft({ reason: null, text: '' });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(`refuse.${way}Title`, { company: lead.company.name })}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run(submit);
      }}
    >
      <Select
        inert={busy}
        label={t('refuse.reason')}
        placeholder={t('refuse.choose')}
        required
        data-autofocus
        value={draft.reason}
        data={leadReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        error={problem === 'reason' && t('refuse.reasonMissing')}
        onChange={(reason) => {
          setDraft({ ...draft, reason });
          setProblem(null);
        }}
      />
      <Textarea
        inert={busy}
        mt="md"
        label={t('refuse.text')}
        description={t('refuse.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={2_000}
        value={draft.text}
        error={problem === 'text' && t('refuse.textMissing')}
        onChange={(event) => {
          setDraft({ ...draft, text: event.currentTarget.value });
          setProblem(null);
        }}
      />
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button loading={busy} onClick={() => void run(submit)}>
          {t(`refuse.${way}`)}
        </Button>
      </Group>
    </Dialog>
  );
}

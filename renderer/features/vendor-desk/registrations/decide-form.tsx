import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registrationRefusals } from '#shared/domain/deal/registration-request';
import { addDays, dayInZone } from '#shared/lib/clock';
import type { VendorRegistrationFile } from '#shared/protocol/vendor-registration';
import { DayInput } from '../../../ui/day-input';
import { Section } from '../../../ui/section';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { useRemembered } from '../../../ui/use-remembered';
import { useToldDecision } from '../use-told-decision';
import { readDecision, type DecisionDraft, type DecisionProblem } from './decision';
import classes from './decide-form.module.css';
import { sendRegistrationDecision } from './desk-registrations-api';

interface DecideFormProps {
  readonly file: VendorRegistrationFile;
  readonly refresh: () => Promise<void>;
}

/** How long a deal is protected unless somebody says otherwise. */
const usualDays = 90;
const today = (): string => dayInZone(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Grant with discount and end, or refuse with a reason. What is typed is kept until the server has it. */
export function DecideForm({ file, refresh }: DecideFormProps) {
  const { t, i18n } = useTranslation('vendor-desk');
  const tell = useToldDecision();
  const { request } = file;
  const [draft, setDraft] = useRemembered<DecisionDraft>(`draft:registration:${request.id}`, {
    decision: 'grant',
    percent: '',
    validUntil: addDays(today(), usualDays),
    refusal: null,
    comment: '',
  });
  const [problem, setProblem] = useState<DecisionProblem | null>(null);
  const { busy, run } = useOneAtATime();
  const change = (changes: Partial<DecisionDraft>) => {
    setProblem(null);
    setDraft((before) => ({ ...before, ...changes }));
  };
  const decide = async (): Promise<void> => {
    const read = readDecision(draft, today(), i18n.language);
    if (!read.ok) return setProblem(read.problem);
    const what = file.account?.name ?? file.partnerName;
    // What was read is what is decided on: corrected meanwhile, it is to be read again.
    const decision = { ...read.value, readAt: request.updatedAt };
    const sent = sendRegistrationDecision((path, init) => fetch(path, init), request.id, decision);
    await tell(what, sent, () => t(`registrations.done.${read.value.decision}`, { what }));
    await refresh();
  };
  const granting = draft.decision === 'grant';
  return (
    <Section title={t('registrations.decide')}>
      <div className={classes['form']} inert={busy}>
        <SegmentedControl
          aria-label={t('registrations.decide')}
          value={draft.decision}
          data={(['grant', 'refuse'] as const).map((value) => ({
            value,
            label: t(`registrations.way.${value}`),
          }))}
          onChange={(decision) => change({ decision })}
        />
        <div className={classes['fields']}>
          {granting ? (
            <Grant draft={draft} problem={problem} onChange={change} />
          ) : (
            <Refuse draft={draft} problem={problem} onChange={change} />
          )}
        </div>
        <Textarea
          label={t('bids.comment')}
          description={t('reasonHint')}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={2_000}
          value={draft.comment}
          error={problem === 'comment' && t('registrations.problem.comment')}
          onChange={(event) => change({ comment: event.currentTarget.value })}
        />
        <div>
          <Button loading={busy} onClick={() => void run(decide)}>
            {t(`registrations.do.${draft.decision}`)}
          </Button>
        </div>
      </div>
    </Section>
  );
}

interface PartProps {
  readonly draft: DecisionDraft;
  readonly problem: DecisionProblem | null;
  readonly onChange: (changes: Partial<DecisionDraft>) => void;
}

function Grant({ draft, problem, onChange }: PartProps) {
  const { t } = useTranslation('vendor-desk');
  return (
    <>
      <TextInput
        className={classes['percent'] ?? ''}
        label={t('registrations.percent')}
        rightSection="%"
        value={draft.percent}
        error={problem === 'percent' && t('registrations.problem.percent')}
        onChange={(event) => onChange({ percent: event.currentTarget.value })}
      />
      <DayInput
        label={t('bids.validUntil')}
        value={draft.validUntil}
        error={problem === 'day' && t('registrations.problem.day')}
        onChange={(validUntil) => onChange({ validUntil })}
      />
    </>
  );
}

function Refuse({ draft, problem, onChange }: PartProps) {
  const { t } = useTranslation(['vendor-desk', 'registrations']);
  return (
    <Select
      className={classes['reason'] ?? ''}
      label={t('reason')}
      placeholder={t('registrations.chooseReason')}
      value={draft.refusal}
      data={registrationRefusals.map((value) => ({ value, label: t(`registrations:refusal.${value}`) }))}
      error={problem === 'refusal' && t('reasonRequired')}
      onChange={(refusal) => onChange({ refusal })}
    />
  );
}

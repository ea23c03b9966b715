import { Button, NumberInput, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '#shared/domain/catalog/localized';
import type { Qualification } from '#shared/domain/lead/lead';
import type { JudgeQualification, VendorLeadFile } from '#shared/protocol/vendor-lead';
import { contentLanguage } from '../../../i18n/content-language';
import { useFormats } from '../../../ui/formats';
import { PlainTable } from '../../../ui/plain-table';
import { Section } from '../../../ui/section';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { useRemembered } from '../../../ui/use-remembered';
import { useToldDecision } from '../use-told-decision';
import { sendJudgement } from './desk-leads-api';
import classes from './desk-leads.module.css';
import { readJudgement, type JudgementDraft } from './read-judgement';

interface JudgeSectionProps {
  readonly lead: VendorLeadFile;
  readonly refresh: () => Promise<void>;
}

/** OPP-3: the partner's answers with their points, and the vendor's word on them. */
export function JudgeSection({ lead, refresh }: JudgeSectionProps) {
  const { t } = useTranslation(['vendor-leads', 'leads']);
  const formats = useFormats();
  const { qualification } = lead;
  if (!qualification) return null;
  const { score, note, state, vendor, at } = qualification;
  const judged = state === 'sent' || state === 'verified';
  return (
    <Section title={t('leads:qualification.title')}>
      <p className={classes['quiet']}>
        {t(`judge.state.${state}`)} {'\u00b7'} {formats.instant(at)} {'\u00b7'}{' '}
        {t('leads:score.now', { score })}
        {lead.criteria && ` \u00b7 ${t('leads:score.passAt', { passAt: lead.criteria.passAt })}`}
      </p>
      {lead.criteria && <Answers qualification={qualification} criteria={lead.criteria} />}
      {note !== '' && <p className={classes['text']}>{note}</p>}
      {vendor && (
        <p className={classes['text']}>
          {t('judge.said', { name: vendor.by, when: formats.instant(vendor.at) })}
          {vendor.score !== null && ` \u00b7 ${t('judge.own', { score: vendor.score })}`}
          {vendor.comment !== '' && `\n${vendor.comment}`}
        </p>
      )}
      {judged && lead.state === 'accepted' && (
        <JudgeForm lead={lead} qualification={qualification} refresh={refresh} />
      )}
    </Section>
  );
}

function Answers({
  qualification: { answers },
  criteria,
}: {
  readonly qualification: Qualification;
  readonly criteria: NonNullable<VendorLeadFile['criteria']>;
}) {
  const { t, i18n } = useTranslation('leads');
  const formats = useFormats();
  const language = contentLanguage(i18n.language);
  return (
    <PlainTable
      label={t('qualification.given')}
      rows={criteria.criteria}
      rowKey={({ id }) => id}
      columns={[
        { key: 'question', title: t('qualification.question'), render: ({ text }) => textIn(text, language) },
        {
          key: 'answer',
          title: t('qualification.answer'),
          render: ({ id, options }) => {
            const chosen = options.find((option) => option.id === answers[id]);
            return chosen ? textIn(chosen.label, language) : '\u2014';
          },
        },
        {
          key: 'points',
          title: t('score.column'),
          width: '110px',
          align: 'right',
          render: ({ id, options }) => {
            const chosen = options.find((option) => option.id === answers[id]);
            const most = Math.max(...options.map(({ points }) => points));
            return `${formats.number(chosen?.points ?? 0)} / ${formats.number(most)}`;
          },
        },
      ]}
    />
  );
}

interface JudgeFormProps extends JudgeSectionProps {
  readonly qualification: Qualification;
}

const decisions = ['verify', 'send-back'] as const satisfies readonly JudgeQualification['decision'][];

function JudgeForm({ lead, qualification, refresh }: JudgeFormProps) {
  const { t } = useTranslation('vendor-leads');
  const tell = useToldDecision();
  const [draft, setDraft] = useRemembered<JudgementDraft>(`draft:judge:${lead.id}`, {
    decision: 'verify',
    comment: '',
    score: '',
  });
  const [problem, setProblem] = useState<'comment' | 'score' | null>(null);
  const { busy, run } = useOneAtATime();
  const put = (changes: Partial<JudgementDraft>) => {
    setProblem(null);
    setDraft({ ...draft, ...changes });
  };
  const submit = async (): Promise<void> => {
    const read = readJudgement(draft, qualification.at);
    if (!read.ok) return setProblem(read.error);
    const what = lead.company.name;
    const sent = sendJudgement((path, init) => fetch(path, init), lead.id, read.value);
    if (await tell(what, sent, () => t(`judge.done.${draft.decision}`, { what }))) {
      setDraft({ decision: 'verify', comment: '', score: '' });
    }
    await refresh();
  };
  return (
    <div className={classes['form']} inert={busy}>
      <SegmentedControl
        aria-label={t('judge.decision')}
        value={draft.decision}
        data={decisions.map((value) => ({ value, label: t(`judge.${value}`) }))}
        onChange={(decision) => put({ decision })}
      />
      <NumberInput
        w={200}
        label={t('judge.ownScore')}
        description={t('judge.ownScoreHint', { score: qualification.score })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        min={0}
        max={100}
        allowDecimal={false}
        value={draft.score}
        error={problem === 'score' && t('judge.scoreProblem')}
        onChange={(score) => put({ score: String(score) })}
      />
      <Textarea
        className={classes['wide'] ?? ''}
        label={t('judge.comment')}
        description={t('judge.commentHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={2_000}
        value={draft.comment}
        error={problem === 'comment' && t('judge.commentProblem')}
        onChange={(event) => put({ comment: event.currentTarget.value })}
      />
      <Button loading={busy} onClick={() => void run(submit)}>
        {t(`judge.do.${draft.decision}`)}
      </Button>
    </div>
  );
}

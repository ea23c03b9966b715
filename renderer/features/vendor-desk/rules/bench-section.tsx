import { Button, Group, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { registrationRefusals } from '#shared/domain/deal/registration-request';
import type { RuleSetContent } from '#shared/domain/rules/rule-set';
import { addDays } from '#shared/lib/clock';
import type { Bench, BenchOutcome } from '#shared/protocol/vendor-rules';
import { DayInput } from '../../../ui/day-input';
import { ErrorNotice } from '../../../ui/error-notice';
import { useFormats } from '../../../ui/formats';
import { PlainTable } from '../../../ui/plain-table';
import { Section } from '../../../ui/section';
import type { DeskProblem } from '../desk-request';
import type { AnyRule } from './rule-draft';
import { benchRules } from './rules-api';
import classes from './rules.module.css';

interface BenchSectionProps {
  readonly content: RuleSetContent;
  /** The rules are whole. */
  readonly ready: boolean;
}

/** As many rows as a person reads. */
const shownCases = 200;

/** ADM-3: what these rules would have decided in days past, beside what happened. Nothing is written. */
export function BenchSection({ content, ready }: BenchSectionProps) {
  const { t } = useTranslation('vendor-rules');
  const [days, setDays] = useState(() => {
    const today = new Date().toISOString().slice(0, 10);
    return { from: addDays(today, -30), until: today };
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<DeskProblem | null>(null);
  const [answer, setAnswer] = useState<{ readonly of: RuleSetContent; readonly bench: Bench } | null>(null);
  const run = async (): Promise<void> => {
    setBusy(true);
    const tried = await benchRules((path, init) => fetch(path, init), { content, ...days });
    setBusy(false);
    setProblem(tried.ok ? null : tried.error);
    if (tried.ok) setAnswer({ of: content, bench: tried.value });
  };
  return (
    <Section title={t('bench.title')}>
      <p className={classes['quiet']}>{t('bench.text')}</p>
      <Group align="flex-end" gap="sm" my={8}>
        <DayInput
          w={160}
          label={t('bench.from')}
          value={days.from}
          maxDate={days.until}
          onChange={(from) => from !== '' && setDays({ ...days, from })}
        />
        <DayInput
          w={160}
          label={t('bench.until')}
          value={days.until}
          minDate={days.from}
          onChange={(until) => until !== '' && setDays({ ...days, until })}
        />
        <Button loading={busy} disabled={!ready} onClick={() => void run()}>
          {t('bench.run')}
        </Button>
      </Group>
      {problem && (
        <ErrorNotice
          title={t('bench.failed')}
          what={t(problem.type === 'offline' ? 'bench.offline' : 'bench.notRun')}
          onRetry={() => void run()}
        />
      )}
      {answer && (
        <>
          {answer.of !== content && <p className={classes['stale']}>{t('bench.stale')}</p>}
          <Result bench={answer.bench} content={answer.of} />
        </>
      )}
    </Section>
  );
}

function Result({ bench, content }: { readonly bench: Bench; readonly content: RuleSetContent }) {
  const { t } = useTranslation('vendor-rules');
  const formats = useFormats();
  const outcome = useOutcomeWords();
  const [all, setAll] = useState(false);
  const rules: readonly AnyRule[] = content.rules;
  const cases = all ? bench.cases : bench.cases.filter(({ same }) => !same);
  const page = content.kind === 'lead-routing' ? 'leads' : 'registrations';
  return (
    <>
      <output className={classes['summaryLine']}>
        {t('bench.total', { count: bench.total })} {'\u00b7'} {t('bench.same', { count: bench.same })}{' '}
        {'\u00b7'} <strong>{t('bench.different', { count: bench.different })}</strong>
      </output>
      <PlainTable
        label={t('bench.byRule')}
        rows={bench.byRule}
        rowKey={({ ruleId }) => ruleId ?? ''}
        columns={[
          {
            key: 'rule',
            title: t('bench.rule'),
            render: ({ ruleId }) =>
              ruleId === null ? t('bench.noRule') : (rules.find(({ id }) => id === ruleId)?.name ?? ruleId),
          },
          {
            key: 'count',
            title: t('bench.decides'),
            width: '140px',
            align: 'right',
            render: ({ count }) => formats.number(count),
          },
        ]}
      />
      <Switch
        my={12}
        label={t('bench.showAll')}
        checked={all}
        onChange={(event) => setAll(event.currentTarget.checked)}
      />
      {cases.length === 0 ? (
        <p className={classes['quiet']}>{t('bench.nothingDifferent')}</p>
      ) : (
        <PlainTable
          label={t('bench.cases')}
          rows={cases.slice(0, shownCases)}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'case',
              title: t('bench.case'),
              render: ({ id, label, company }) => (
                <Link to={`/vendor-desk/${page}/${id}`}>
                  {[company, label].filter(Boolean).join(' \u00b7 ')}
                </Link>
              ),
            },
            { key: 'at', title: t('bench.at'), width: '150px', render: ({ at }) => formats.instant(at) },
            {
              key: 'rule',
              title: t('bench.rule'),
              render: ({ ruleName }) => ruleName ?? t('bench.noRule'),
            },
            { key: 'draft', title: t('bench.draft'), render: ({ draft }) => outcome(draft) },
            { key: 'happened', title: t('bench.happened'), render: ({ happened }) => outcome(happened) },
          ]}
        />
      )}
      {cases.length > shownCases && (
        <p className={classes['quiet']}>{t('bench.more', { count: cases.length - shownCases })}</p>
      )}
    </>
  );
}

function useOutcomeWords(): (outcome: BenchOutcome) => string {
  const { t } = useTranslation(['vendor-rules', 'registrations']);
  const formats = useFormats();
  return (outcome) => {
    switch (outcome.kind) {
      case 'offered':
        return t('outcome.offered', { partner: outcome.partnerName });
      case 'accepted':
        return outcome.percent === null || outcome.days === null
          ? t('outcome.accepted')
          : t('outcome.acceptedWith', { percent: formats.percent(outcome.percent), count: outcome.days });
      case 'refused': {
        const reason = registrationRefusals.find((each) => each === outcome.reason);
        return t('outcome.refused', {
          reason: reason ? t(`registrations:refusal.${reason}`) : outcome.reason,
        });
      }
      default:
        return t(`outcome.${outcome.kind}`);
    }
  };
}

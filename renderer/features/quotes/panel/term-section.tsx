import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Charge } from '#shared/domain/catalog/product';
import { billingPlans, type LineTerm } from '#shared/domain/quote/line-term';
import type { QuoteLine } from '#shared/domain/quote/quote';
import { addDays } from '#shared/lib/clock';
import { useToday } from '../../../records/use-today';
import { DayInput } from '../../../ui/day-input';
import { useOpenQuote } from '../editing/open-quote';
import { Months } from './months';
import classes from './panel.module.css';
import { RampEditor } from './ramp-editor';

const ends = ['months', 'day', 'contract'] as const;
type End = (typeof ends)[number];

/** PR-10, PR-12, PR-13: from when to when a recurring line runs, how it is paid, and how it grows. */
export function TermSection({
  line,
  charge,
  onChange,
}: {
  readonly line: QuoteLine;
  readonly charge: Extract<Charge, { kind: 'recurring' }>;
  readonly onChange: (changes: { readonly term: LineTerm | null }) => void;
}) {
  const { t } = useTranslation('quotes');
  const today = useToday();
  const { editable, quote } = useOpenQuote();
  const term: LineTerm = line.term ?? {
    startsOn: null,
    end: { kind: 'months', months: charge.termMonths },
    billing: 'upfront',
    ramp: [],
  };
  const change = (changes: Partial<LineTerm>) => onChange({ term: { ...term, ...changes } });
  const chooseEnd = (kind: End) => {
    const startsOn = term.startsOn ?? (kind === 'months' ? null : today);
    if (kind === 'months') return change({ end: { kind, months: charge.termMonths } });
    if (kind === 'contract') return change({ startsOn, end: { kind } });
    return change({ startsOn, end: { kind, endsOn: addDays(startsOn ?? today, 364) } });
  };
  const kinds = ends.filter((kind) => kind !== 'contract' || quote.contractId || term.end.kind === kind);
  return (
    <section className={classes['termSection']} aria-label={t('term.title')}>
      <h3 className={classes['heading']}>{t('term.title')}</h3>
      <div className={classes['pair']}>
        <DayInput
          label={t('term.starts')}
          placeholder={t('term.undated')}
          value={term.startsOn ?? ''}
          readOnly={!editable}
          clearable={editable}
          onChange={(day) => {
            const startsOn = day === '' ? null : day;
            if (startsOn !== term.startsOn) change({ startsOn });
          }}
        />
        <Select
          label={t('term.ends')}
          data={kinds.map((value) => ({ value, label: t(`term.end.${value}`) }))}
          value={term.end.kind}
          readOnly={!editable}
          allowDeselect={false}
          onChange={(value) => {
            const kind = ends.find((each) => each === value);
            if (kind && kind !== term.end.kind) chooseEnd(kind);
          }}
        />
        {term.end.kind === 'months' && (
          <Months
            key={term.end.months}
            label={t('term.months')}
            months={term.end.months}
            readOnly={!editable}
            onChange={(months) => change({ end: { kind: 'months', months } })}
          />
        )}
        {term.end.kind === 'day' && (
          <DayInput
            label={t('term.lastDay')}
            value={term.end.endsOn}
            readOnly={!editable}
            onChange={(endsOn) => {
              if (endsOn !== '' && term.end.kind === 'day' && endsOn !== term.end.endsOn)
                change({ end: { kind: 'day', endsOn } });
            }}
          />
        )}
        <Select
          label={t('term.billing')}
          data={billingPlans.map((value) => ({ value, label: t(`term.plan.${value}`) }))}
          value={term.billing}
          readOnly={!editable}
          allowDeselect={false}
          onChange={(value) => {
            const billing = billingPlans.find((plan) => plan === value);
            if (billing && billing !== term.billing) change({ billing });
          }}
        />
      </div>
      <RampEditor
        term={term}
        quantity={line.quantity}
        readOnly={!editable}
        onChange={(ramp) => change({ ramp })}
      />
      {editable && line.term && (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes['start'] ?? ''}
          onClick={() => onChange({ term: null })}
        >
          {t('term.reset', { count: charge.termMonths })}
        </Button>
      )}
    </section>
  );
}

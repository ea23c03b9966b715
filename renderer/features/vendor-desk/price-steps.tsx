import { useTranslation } from 'react-i18next';
import { tierSchema } from '#shared/domain/partner/partner';
import type { PriceStep } from '#shared/domain/pricing/priced';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';

/** Steps whose rule is a word of the engine, which only repeats what the step says. */
const unnamed: ReadonlySet<string> = new Set(['manual', 'quote', 'bundle', 'tax', 'uplift', 'year', 'month']);

/** PR-26: a waterfall as a table, each step with its rule, what it changes, and the price after it. */
export function PriceSteps({
  label,
  steps,
}: {
  readonly label: string;
  readonly steps: readonly PriceStep[];
}) {
  const { t } = useTranslation(['quotes', 'vendor-desk', 'catalog']);
  const formats = useFormats();
  const rows = steps.map((step, index) => ({ ...step, index }));
  const change = ({ step, rate, amount, before, after }: PriceStep) => {
    if (rate !== null && step === 'conversion') return formats.number(rate, 9);
    if (rate !== null) {
      const sign = Number(after) < Number(before) ? '\u2212' : '+';
      return `${/[1-9]/.test(rate) ? sign : ''}${formats.percent(rate)}`;
    }
    if (amount === null || step === 'list') return '';
    if (step === 'quantity') return `× ${formats.number(amount)}`;
    if (step === 'term') return t('charge.months', { count: Number(amount) });
    return formats.unitPrice(amount);
  };
  const ruleOf = ({ step, rule }: PriceStep) => {
    if (rule === step || unnamed.has(rule)) return '';
    const tier = step === 'tier' ? tierSchema.safeParse(rule) : null;
    return tier?.success ? t(`catalog:tier.${tier.data}`) : rule;
  };
  return (
    <PlainTable
      label={label}
      rows={rows}
      rowKey={({ index }) => String(index)}
      columns={[
        {
          key: 'step',
          title: label,
          render: ({ step, note }) =>
            note === null ? t(`why.steps.${step}`) : `${t(`why.steps.${step}`)} · ${t(`why.note.${note}`)}`,
        },
        {
          key: 'rule',
          title: t('vendor-desk:explain.rule'),
          render: (row) => <span title={ruleOf(row)}>{ruleOf(row)}</span>,
        },
        { key: 'change', title: t('why.change'), width: '110px', align: 'right', render: change },
        {
          key: 'after',
          title: t('why.price'),
          width: '140px',
          align: 'right',
          render: ({ after }) => formats.unitPrice(after),
        },
      ]}
    />
  );
}

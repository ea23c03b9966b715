import { useTranslation } from 'react-i18next';
import type { PriceStep } from '#shared/domain/pricing/priced';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';

/** PR-26: a waterfall as a table, each step with its rule, what it changes, and the price after it. */
export function PriceSteps({
  label,
  steps,
}: {
  readonly label: string;
  readonly steps: readonly PriceStep[];
}) {
  const { t } = useTranslation(['quotes', 'vendor-desk']);
  const formats = useFormats();
  const rows = steps.map((step, index) => ({ ...step, index }));
  const change = ({ step, rate, amount }: PriceStep) => {
    if (rate !== null) return step === 'conversion' ? formats.number(rate, 9) : formats.percent(rate);
    if (amount === null) return '';
    return step === 'quantity' || step === 'term' ? formats.number(amount) : formats.unitPrice(amount);
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
          render: ({ step, rule }) => (rule === step ? '' : <span title={rule}>{rule}</span>),
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

import { useTranslation } from 'react-i18next';
import { decimalSchema } from '#shared/domain/money/amount';
import type { ArgsOf } from '#shared/mutations/registry';
import type { Rejection } from '#shared/mutations/rejection';
import { useReasonText } from '../../../records/price-drift/use-reason-text';
import { Amount } from '../../../ui/amount';
import { useFormats } from '../../../ui/formats';
import { PlainTable } from '../../../ui/plain-table';
import { Section } from '../../../ui/section';
import { compareOrder, differs, type ComparedOrderLine } from './order-lines';
import classes from './order.module.css';
import type { OrderPrices } from './use-order-prices';

const noProduct = () => undefined;
/** What differed first may also be a tax group in words. */
const isAmount = (text: string): boolean => decimalSchema.safeParse(text).success;
const shown = 200;

/** Left what was ordered, right what the vendor says now, line by line and in total. */
export function OrderComparison({
  order,
  currency,
  rejection,
  prices,
}: {
  readonly order: ArgsOf<'placeOrder'>;
  readonly currency: string;
  readonly rejection: Rejection;
  readonly prices: OrderPrices | null;
}) {
  const { t } = useTranslation('attention');
  const formats = useFormats();
  const ready = prices?.status === 'ready' ? prices : null;
  const reasonOf = useReasonText(ready?.product ?? noProduct);
  const mismatch = rejection.type === 'price-mismatch' ? rejection : null;
  const rows = compareOrder(order.lines, ready?.drift ?? null, mismatch);
  const told = Boolean(mismatch?.differences?.length);
  const nowTitle = told
    ? t('order.vendor')
    : ready
      ? t('order.book', { version: formats.number(ready.book.version) })
      : t('order.now');
  const why = ({ drift, difference }: ComparedOrderLine): string => {
    if (told || !drift) return '';
    if (drift.kind === 'unchanged' && difference !== null) return '';
    return reasonOf(drift);
  };
  const totals = (['sellNet', 'tax', 'gross'] as const).map((key) => ({
    key,
    ordered: order.totals[key],
    now: told || !ready?.totals ? null : ready.totals[key === 'sellNet' ? 'sell' : key],
  }));
  return (
    <>
      <Section title={t('order.lines')} count={rows.length}>
        {(ready || told) && !differs(rows) && <p className={classes['text']}>{t('order.same')}</p>}
        <PlainTable
          label={t('order.lines')}
          rows={rows.slice(0, shown)}
          rowKey={({ lineId }) => lineId}
          columns={[
            {
              key: 'product',
              title: t('order.product'),
              render: ({ sku, description }) => (
                <span title={description}>
                  <strong>{sku}</strong> {description}
                </span>
              ),
            },
            {
              key: 'quantity',
              title: t('field.quantity'),
              width: '90px',
              align: 'right',
              render: ({ quantity }) => formats.number(quantity),
            },
            {
              key: 'ordered',
              title: t('order.orderedIn', { currency }),
              width: '140px',
              align: 'right',
              render: ({ ordered }) => <Amount value={ordered} />,
            },
            {
              key: 'now',
              title: nowTitle,
              width: '170px',
              align: 'right',
              render: ({ now }) => (now === null ? t('order.noPrice') : <Amount value={now} />),
            },
            {
              key: 'difference',
              title: t('order.difference'),
              width: '120px',
              align: 'right',
              render: ({ difference }) =>
                difference === null || !/[1-9]/.test(difference) ? '' : <Amount value={difference} sign />,
            },
            {
              key: 'why',
              title: t('order.why'),
              render: (row) => {
                const text = why(row);
                return <span title={text}>{text}</span>;
              },
            },
          ]}
        />
        {rows.length > shown && (
          <p className={classes['text']}>{t('moreFields', { count: rows.length - shown })}</p>
        )}
      </Section>
      <Section title={t('order.totals')}>
        <div className={classes['totals']}>
          <PlainTable
            label={t('order.totals')}
            rows={[
              ...totals,
              ...(mismatch && isAmount(mismatch.client) && isAmount(mismatch.server)
                ? [{ key: 'checked' as const, ordered: mismatch.client, now: mismatch.server }]
                : []),
            ]}
            rowKey={({ key }) => key}
            columns={[
              { key: 'what', title: t('order.total'), render: ({ key }) => t(`order.${key}`) },
              {
                key: 'ordered',
                title: t('order.orderedIn', { currency }),
                width: '160px',
                align: 'right',
                render: ({ ordered }) => <Amount value={ordered} />,
              },
              {
                key: 'now',
                title: nowTitle,
                width: '180px',
                align: 'right',
                render: ({ now }) => (now === null ? '—' : <Amount value={now} />),
              },
            ]}
          />
        </div>
      </Section>
    </>
  );
}

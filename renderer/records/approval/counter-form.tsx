import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalReason } from '#shared/domain/approval/approval-reason';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import type { Quote, QuoteLine } from '#shared/domain/quote/quote';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { rowsOf } from './approval-lines';
import classes from './approval.module.css';
import { wholeQuote, type CounterDraft } from './use-counter-draft';

interface CounterFormProps {
  readonly quote: Quote;
  readonly reasons: readonly ApprovalReason[];
  readonly draft: CounterDraft;
  /** The quote with the typed discounts, priced; null where it cannot be priced here. */
  readonly pricedAfter: PricedQuote | null;
}

const shownAtFirst = 50;

/** Other discounts, line by line, with what each line would then come to. */
export function CounterForm({ quote, reasons, draft, pricedAfter }: CounterFormProps) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const rows = rowsOf(quote, pricedAfter, reasons);
  const discounted = rows.filter(
    ({ line, breaks }) => breaks.length > 0 || /[1-9]/.test(line.discountPercent),
  );
  // Where no discount was typed by hand there is still one to offer, on any line.
  const likely = discounted.length > 0 ? discounted : rows;
  const shown = all ? rows : likely.slice(0, shownAtFirst);
  const amountsOf = ({ priced }: (typeof rows)[number]) =>
    priced?.status === 'priced' ? priced.amounts : undefined;
  const fieldOf = (field: string, label: string, asked: string) => {
    const problem = draft.problems.get(field);
    return (
      <TextInput
        className={classes['percent'] ?? ''}
        aria-label={label}
        placeholder={formats.percent(asked)}
        value={draft.texts[field] ?? ''}
        error={problem && t(`counter.problem.${problem}`)}
        onChange={(event) => draft.setText(field, event.currentTarget.value)}
      />
    );
  };
  const lineField = (line: QuoteLine, number: number) =>
    fieldOf(line.id, t('counter.lineField', { number, sku: line.sku }), line.discountPercent);
  return (
    <>
      <PlainTable
        label={t('tableOf', { title: t('counter.title') })}
        rows={shown}
        rowKey={({ line }) => line.id}
        columns={[
          { key: 'number', title: t('lines.number'), width: '40px', render: ({ number }) => number },
          {
            key: 'description',
            title: t('lines.description'),
            render: ({ line }) => (
              <span className={classes['product']}>
                <span title={line.description}>{line.description}</span>
                <span className={classes['sku']}>{line.sku}</span>
              </span>
            ),
          },
          {
            key: 'asked',
            title: t('counter.asked'),
            width: '92px',
            align: 'right',
            render: ({ line }) => formats.percent(line.discountPercent),
          },
          {
            key: 'offered',
            title: t('counter.offered'),
            width: '116px',
            align: 'right',
            render: ({ line, number }) => lineField(line, number),
          },
          ...(pricedAfter
            ? ([
                {
                  key: 'sell',
                  title: t('lines.sell', { currency: quote.currency }),
                  width: '106px',
                  align: 'right',
                  render: (row: (typeof rows)[number]) => <Amount value={amountsOf(row)?.sellLine ?? '0'} />,
                },
                {
                  key: 'margin',
                  title: t('lines.margin'),
                  width: '80px',
                  align: 'right',
                  render: (row: (typeof rows)[number]) => {
                    const value = amountsOf(row)?.marginPercent;
                    return value === undefined || value === null ? '\u2014' : formats.percent(value);
                  },
                },
              ] as const)
            : []),
        ]}
      />
      <div className={classes['wholeQuote']}>
        <span>{t('counter.quoteDiscount', { percent: formats.percent(quote.discountPercent) })}</span>
        {fieldOf(wholeQuote, t('counter.quoteField'), quote.discountPercent)}
      </div>
      {shown.length < rows.length && (
        <div className={classes['more']}>
          <Button variant="subtle" onClick={() => setAll(true)}>
            {t('lines.all', { count: rows.length })}
          </Button>
        </div>
      )}
    </>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalReason } from '#shared/domain/approval/approval-reason';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import { linesOf, type Quote, type QuoteLine } from '#shared/domain/quote/quote';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import classes from './approval.module.css';

interface Row {
  readonly line: QuoteLine;
  readonly number: number;
  readonly priced: PricedQuote['lines'][number] | undefined;
  /** The reasons it is among, by their place in the list. */
  readonly breaks: readonly { readonly number: number; readonly reason: ApprovalReason }[];
}

const shownAtFirst = 50;

export function rowsOf(
  quote: Quote,
  priced: PricedQuote | null,
  reasons: readonly ApprovalReason[],
): readonly Row[] {
  const prices = new Map(priced?.lines.map((line) => [line.lineId, line]));
  return linesOf(quote).map((line, index) => ({
    line,
    number: index + 1,
    priced: prices.get(line.id),
    breaks: reasons.flatMap((reason, at) =>
      reason.lineIds.includes(line.id) ? [{ number: at + 1, reason }] : [],
    ),
  }));
}

/** The lines an approver looks at: first those that break a limit, each with what it earns. */
export function ApprovalLines({
  quote,
  priced,
  reasons,
}: {
  readonly quote: Quote;
  readonly priced: PricedQuote | null;
  readonly reasons: readonly ApprovalReason[];
}) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const every = rowsOf(quote, priced, reasons);
  const breaking = every.filter(({ breaks }) => breaks.length > 0);
  const shown = all || breaking.length === 0 ? every : breaking;
  const [limit, setLimit] = useState(shownAtFirst);
  const wordsOf = ({ kind, name }: ApprovalReason) => (kind === 'rule' ? name : t(`reasons.${kind}`));
  const amountsOf = ({ priced: line }: Row) => (line?.status === 'priced' ? line.amounts : undefined);
  const percent = (row: Row) => {
    const value = amountsOf(row)?.marginPercent;
    return value === undefined || value === null ? '\u2014' : formats.percent(value);
  };
  return (
    <>
      <PlainTable
        label={t('tableOf', { title: t('lines.title') })}
        rows={shown.slice(0, limit)}
        rowKey={({ line }) => line.id}
        columns={[
          { key: 'number', title: t('lines.number'), width: '40px', render: ({ number }) => number },
          {
            key: 'description',
            title: t('lines.description'),
            render: ({ line, breaks }) => (
              <span className={classes['product']}>
                <span title={line.description}>{line.description}</span>
                <span className={classes['sku']}>
                  {line.sku}
                  {breaks.map(({ number, reason }) => (
                    <span key={number} className={classes['mark']} title={wordsOf(reason)}>
                      {number}
                    </span>
                  ))}
                </span>
              </span>
            ),
          },
          {
            key: 'quantity',
            title: t('lines.quantity'),
            width: '72px',
            align: 'right',
            render: ({ line }) => formats.number(line.quantity),
          },
          {
            key: 'discount',
            title: t('lines.discount'),
            width: '84px',
            align: 'right',
            render: ({ line }) => formats.percent(line.discountPercent),
          },
          {
            key: 'sell',
            title: t('lines.sell', { currency: quote.currency }),
            width: '106px',
            align: 'right',
            render: (row) => <Amount value={amountsOf(row)?.sellLine ?? '0'} />,
          },
          {
            key: 'buy',
            title: t('lines.buy', { currency: quote.currency }),
            width: '106px',
            align: 'right',
            render: (row) => <Amount value={amountsOf(row)?.buyLine ?? '0'} muted />,
          },
          { key: 'margin', title: t('lines.margin'), width: '80px', align: 'right', render: percent },
        ]}
      />
      <div className={classes['more']}>
        {shown.length > limit && (
          <Button variant="subtle" onClick={() => setLimit(limit + 200)}>
            {t('lines.more', { count: shown.length - limit })}
          </Button>
        )}
        {breaking.length > 0 && breaking.length < every.length && (
          <Button variant="subtle" onClick={() => setAll(!all)}>
            {all ? t('lines.onlyBreaking') : t('lines.all', { count: every.length })}
          </Button>
        )}
      </div>
    </>
  );
}

import type { Charge } from '../catalog/product';
import { formatScaled } from '../money/format-decimal';
import { marginFigures } from '../pricing/margin-figures';
import type { PricedTotals } from '../pricing/priced';
import type { TaxedGroup } from '../pricing/tax-groups';

/** A priced line's amounts in whole minor units. */
export interface LineSums {
  readonly optional: boolean;
  readonly charge: Charge;
  readonly list: bigint;
  readonly buy: bigint;
  readonly sell: bigint;
  readonly quoteDiscount: bigint;
}

/** PR-10: what the customer commits to: lines that are neither optional nor charged by use. */
export const isCommitted = ({ optional, charge }: Pick<LineSums, 'optional' | 'charge'>): boolean =>
  !optional && charge.kind !== 'usage';

const sumOf = (
  lines: readonly LineSums[],
  figure: keyof LineSums & ('list' | 'buy' | 'sell' | 'quoteDiscount'),
) => lines.reduce((sum, line) => sum + line[figure], 0n);

/** PR-3: every total is the exact sum of the rounded parts that are shown. */
export function quoteTotals(
  lines: readonly LineSums[],
  groups: readonly TaxedGroup[],
  digits: number,
): PricedTotals {
  const text = (minor: bigint) => formatScaled(minor, digits);
  const committed = lines.filter(isCommitted);
  const ofKind = (kind: Charge['kind']) => committed.filter(({ charge }) => charge.kind === kind);
  const usage = lines.filter(({ charge }) => charge.kind === 'usage');
  const sell = sumOf(committed, 'sell');
  const buy = sumOf(committed, 'buy');
  const tax = groups.reduce((sum, group) => sum + group.tax, 0n);
  return {
    list: text(sumOf(committed, 'list')),
    buy: text(buy),
    sell: text(sell),
    ...marginFigures(sell, buy, digits),
    taxGroups: groups.map((group) => ({
      category: group.category,
      percent: group.rate.percent,
      net: text(group.net),
      tax: text(group.tax),
      reason: group.rate.reason,
    })),
    tax: text(tax),
    gross: text(sell + tax),
    optionalSell: text(
      sumOf(
        lines.filter(({ optional, charge }) => optional && charge.kind !== 'usage'),
        'sell',
      ),
    ),
    oneTimeSell: text(sumOf(ofKind('one-time'), 'sell')),
    recurringSell: text(sumOf(ofKind('recurring'), 'sell')),
    quoteDiscount: text(sumOf(committed, 'quoteDiscount')),
    usageSell: text(
      sumOf(
        usage.filter(({ optional }) => !optional),
        'sell',
      ),
    ),
  };
}

import type { PriceEntry } from '#shared/domain/pricing/price-book';
import { decimal } from '#shared/domain/money/parse-decimal';
import { compare, divide, multiply, subtract, zero, type Exact } from '#shared/domain/money/exact';
import { formatExact, formatRounded, trimDecimals } from '#shared/domain/money/format-decimal';
import { maxPriceChanges, type PriceChanges } from '#shared/protocol/vendor-price-book';

type Row = PriceChanges['rows'][number];

/** What a price list changes in a book: the biggest changes first, whichever way. Exact, percentages to two decimals. */
export function comparePrices(
  before: ReadonlyMap<string, PriceEntry>,
  after: readonly { readonly sku: string; readonly name: string; readonly price: string }[],
  nameOf: (sku: string) => string,
): Omit<PriceChanges, 'version' | 'currency'> {
  const changed: { row: Row; size: Exact }[] = [];
  const added: Row[] = [];
  const kept = new Set<string>();
  let unchanged = 0;
  for (const { sku, name, price } of after) {
    kept.add(sku);
    const entry = before.get(sku);
    if (!entry) {
      const none = { from: null, difference: null, percent: null, hasOtherPrices: false };
      added.push({ kind: 'added', sku, name, to: price, ...none });
      continue;
    }
    const [from, to] = [decimal(entry.list), decimal(price)];
    const difference = subtract(to, from);
    if (difference.n === 0n) {
      unchanged += 1;
      continue;
    }
    const share = from.n === 0n ? undefined : multiply(divide(difference, from), { n: 100n, d: 1n });
    changed.push({
      size: absolute(share ?? difference),
      row: {
        kind: 'changed',
        sku,
        name: nameOf(sku) || name,
        from: entry.list,
        to: price,
        difference: formatExact(difference),
        percent: share ? trimDecimals(formatRounded(share, 2, 'half-up'), 0) : null,
        hasOtherPrices: hasOtherPrices(entry),
      },
    });
  }
  const removed: Row[] = [...before.values()]
    .filter(({ sku }) => !kept.has(sku))
    .map((entry) => ({
      kind: 'removed',
      sku: entry.sku,
      name: nameOf(entry.sku),
      from: entry.list,
      to: null,
      difference: null,
      percent: null,
      hasOtherPrices: hasOtherPrices(entry),
    }));
  changed.sort((a, b) => compare(b.size, a.size));
  return {
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    unchanged,
    rows: [changed.map(({ row }) => row), bySku(added), bySku(removed)].flatMap((rows) =>
      rows.slice(0, maxPriceChanges),
    ),
  };
}

const absolute = (value: Exact): Exact => (compare(value, zero) < 0 ? subtract(zero, value) : value);

const bySku = (rows: Row[]): Row[] => rows.sort((a, b) => (a.sku < b.sku ? -1 : 1));

const hasOtherPrices = ({ bands, minimumPrice, partnerPrice, partnerBands }: PriceEntry): boolean =>
  [bands, minimumPrice, partnerPrice, partnerBands].some((price) => price !== undefined);

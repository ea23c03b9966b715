import type { Decimal } from '../money/amount';
import type { Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { lessPercent, plusPercent } from '../money/percent';
import type { Distribution } from './policy';
import type { PriceBookHeader, PriceEntry } from './price-book';
import { showRate } from './show-amount';
import type { PriceBands } from './volume-bands';

export interface WholeBook {
  readonly header: PriceBookHeader;
  readonly entries: readonly PriceEntry[];
}

/**
 * PR-22: a reseller's book from the vendor's own: each entry says what the reseller pays before the policy's steps, half-up to 6 decimals
 * (PR-1), and nothing says what the distributor pays or what things cost. An entry that has no such price is left out, because the
 * vendor's own book has none for it either. A book without distribution is returned as it is, without its costs.
 */
export function toResellerBook({ header, entries }: WholeBook): WholeBook {
  const { distribution, ...policy } = header.policy;
  return {
    header: { ...header, policy },
    entries: entries.flatMap((entry) => {
      const { cost, partnerPrice: _price, partnerBands: _bands, ...open } = entry;
      if (!distribution) return [forReseller(entry)];
      const priceOf = resellerPrice(distribution, cost);
      if (!priceOf) return [];
      const banded = distribution.distributor.from === 'list' && open.bands !== undefined;
      return [
        {
          ...open,
          partnerPrice: priceOf(open.list),
          ...(banded && open.bands && { partnerBands: mapBands(open.bands, priceOf) }),
        },
      ];
    }),
  };
}

/** Without the cost; a derived book's own partner prices stay. */
function forReseller({ cost: _cost, ...open }: PriceEntry): PriceEntry {
  return open;
}

/** From a list price of the book to what the reseller pays; undefined where that comes from a cost and the entry has none. */
function resellerPrice(
  { distributor, reseller }: Distribution,
  cost: Decimal | undefined,
): ((list: Decimal) => Decimal) | undefined {
  const written = (distributorPrice: Exact): Decimal =>
    showRate(plusPercent(distributorPrice, decimal(reseller.uplift)));
  if (distributor.from === 'list') {
    return (list) => written(lessPercent(decimal(list), decimal(distributor.percentOff)));
  }
  if (cost === undefined) return undefined;
  return () => written(plusPercent(decimal(cost), decimal(distributor.uplift)));
}

/** The same bands with every price made anew. */
function mapBands(bands: PriceBands, priceOf: (price: Decimal) => Decimal): PriceBands {
  const made = bands.bands.map(({ from, price }) => ({ from, price: priceOf(price) }));
  if (bands.kind !== 'block') return { ...bands, bands: made };
  return { ...bands, bands: made, overage: bands.overage === null ? null : priceOf(bands.overage) };
}

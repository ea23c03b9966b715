import type { Currency, Decimal } from '#shared/domain/money/amount';
import { formatRounded } from '#shared/domain/money/format-decimal';
import { minorUnits } from '#shared/domain/money/minor-units';
import { decimal } from '#shared/domain/money/parse-decimal';
import { plusPercent } from '#shared/domain/money/percent';
import type { PriceEntry } from '#shared/domain/pricing/price-book';
import type { PriceBands } from '#shared/domain/pricing/volume-bands';

/**
 * The entry with its list price, the prices of its bands, its minimum price and what it costs the partner raised by `percent` (negative:
 * lowered), half-up to as many decimals as each price has, at least the currency's.
 */
export function raisePrices(entry: PriceEntry, percent: Decimal, currency: Currency): PriceEntry {
  const raise = (price: Decimal): Decimal => {
    const decimals = Math.max(price.split('.')[1]?.length ?? 0, minorUnits(currency));
    return formatRounded(plusPercent(decimal(price), decimal(percent)), decimals, 'half-up');
  };
  const { list, bands, minimumPrice, partnerPrice, partnerBands } = entry;
  return {
    ...entry,
    list: raise(list),
    ...(bands && { bands: raiseBands(bands, raise) }),
    ...(partnerBands && { partnerBands: raiseBands(partnerBands, raise) }),
    ...(minimumPrice !== undefined && { minimumPrice: raise(minimumPrice) }),
    ...(partnerPrice !== undefined && { partnerPrice: raise(partnerPrice) }),
  };
}

function raiseBands(prices: PriceBands, raise: (price: Decimal) => Decimal): PriceBands {
  const bands = prices.bands.map(({ from, price }) => ({ from, price: raise(price) }));
  if (prices.kind !== 'block') return { ...prices, bands };
  return { ...prices, bands, overage: prices.overage === null ? null : raise(prices.overage) };
}

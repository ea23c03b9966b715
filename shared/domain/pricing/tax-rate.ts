import type { Percent } from '../money/amount';
import { trimDecimals } from '../money/format-decimal';
import { zero, type Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import type { TaxPolicy } from '../partner/partner';
import type { TaxGroup } from './priced';

export interface TaxRate {
  readonly percent: Percent;
  readonly exact: Exact;
  readonly reason: TaxGroup['reason'];
}

/**
 * PR-40, PR-110: the rate of a category for a customer; null stands for a quote that has none yet. A business (with a tax id) in
 * another country where it accounts for the tax itself pays 0. Otherwise the customer's country decides, and where the policy has no
 * rate for it, the seller's: charging too much tax can be put right, charging too little cannot.
 */
export function taxRate(
  category: string,
  customer: { readonly country: string; readonly taxId: string } | null,
  policy: TaxPolicy,
): TaxRate {
  const { sellerCountry, reverseChargeCountries, rates } = policy;
  if (
    customer &&
    customer.country !== sellerCountry &&
    customer.taxId.trim() !== '' &&
    reverseChargeCountries.includes(customer.country)
  ) {
    return { percent: '0', exact: zero, reason: 'reverse-charge' };
  }
  const rateIn = (country: string) =>
    rates.find((rate) => rate.country === country && rate.category === category);
  const found = (customer && rateIn(customer.country)) ?? rateIn(sellerCountry);
  return found
    ? { percent: trimDecimals(found.percent, 0), exact: decimal(found.percent), reason: null }
    : { percent: '0', exact: zero, reason: 'no-rate-for-country' };
}

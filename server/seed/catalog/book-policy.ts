import { tiers, type Tier } from '#shared/domain/partner/partner';
import { defaultPricingPolicy, type PricingPolicy } from '#shared/domain/pricing/policy';
import type { FamilySource, PricedFamily } from './family-source';
import type { BookCurrency } from './list-price';

/** Percent off list by kind of product, lowest tier first. Software leaves the most to the partner, hardware and services less. */
const tierPercents: Readonly<
  Record<FamilySource['kind'], readonly [number, number, number, number, number]>
> = {
  subscription: [8, 14, 20, 26, 32],
  licence: [6, 11, 16, 21, 26],
  hardware: [4, 7, 10, 13, 16],
  service: [3, 5, 8, 10, 12],
};

/** Families sold by the family's quantity across the quote, and those by the line's. Services have no volume price. */
const volumeBands: Readonly<Record<FamilySource['kind'], PricingPolicy['volumeSchedules'][number]['bands']>> =
  {
    subscription: [
      { from: '100', percent: '3' },
      { from: '500', percent: '6' },
      { from: '1000', percent: '9.5' },
    ],
    licence: [
      { from: '10', percent: '3' },
      { from: '50', percent: '6' },
    ],
    hardware: [
      { from: '5', percent: '2' },
      { from: '10', percent: '4' },
      { from: '25', percent: '7.5' },
    ],
    service: [],
  };

/** What counts as a large deal: 250,000 euros in round figures of the book's currency. */
const largeDeal: Readonly<Record<BookCurrency, string>> = {
  EUR: '250000',
  USD: '275000',
  PLN: '1100000',
  CNY: '2000000',
};

/** How a book of this tier and currency is used: discounts, floors (PR-24), who must approve what (PR-60), renewals (PR-51). */
export function policyFor(
  tier: Tier,
  currency: BookCurrency,
  families: readonly PricedFamily[],
): PricingPolicy {
  return {
    ...defaultPricingPolicy,
    tierDiscounts: families.map(({ family, kind }) => ({
      tier,
      family,
      percent: String(tierPercents[kind][tiers.indexOf(tier)] ?? 0),
    })),
    volumeSchedules: families
      .filter(({ kind }) => volumeBands[kind].length > 0)
      .map(({ family, kind }) => ({
        id: `${family} volume`,
        scope: kind === 'hardware' ? 'line' : 'family',
        family,
        bands: volumeBands[kind],
      })),
    quoteValidityDays: 30,
    marginFloors: [
      // A lower margin asks one more person.
      {
        scope: 'quote',
        family: null,
        percent: '8',
        onBreach: { action: 'approval', approver: 'manager', order: 0 },
      },
      {
        scope: 'quote',
        family: null,
        percent: '3',
        onBreach: { action: 'approval', approver: 'channel', order: 1 },
      },
    ],
    approvalRules: approvalRules(currency, families),
    creditReductions: true,
    renewal: { kind: 'uplift', percent: '3' },
  };
}

const approvalRules = (
  currency: BookCurrency,
  families: readonly PricedFamily[],
): PricingPolicy['approvalRules'] => [
  {
    id: 'services-discount',
    name: 'Services sold more than 15 % below list',
    when: {
      kind: 'line-figure',
      figure: 'discount-percent',
      compare: 'above',
      value: '15',
      families: families.filter(({ kind }) => kind === 'service').map(({ family }) => family),
    },
    approver: 'manager',
    order: 0,
  },
  {
    id: 'large-deal',
    name: `Deal of ${new Intl.NumberFormat('en').format(largeDeal[currency] as `${number}`)} ${currency} or more`,
    when: { kind: 'quote-figure', figure: 'sell', compare: 'at-least', value: largeDeal[currency] },
    approver: 'channel',
    order: 1,
  },
];

/** Builders for tests: each gives a valid record, small and round-figured, with the named fields changed. */
import type { Bundle, BundleOption } from '../catalog/bundle';
import type { Product } from '../catalog/product';
import type { Account } from '../deal/account';
import type { Agreement, Partner, Role } from '../partner/partner';
import type { Contract, ContractLine } from '../pricing/contract';
import { defaultPricingPolicy, type PricingPolicy } from '../pricing/policy';
import { noTerms, type PartnerTerms } from '../pricing/partner-terms';
import type { PriceBook, PriceBookHeader, PriceEntry } from '../pricing/price-book';
import type { PricedAmounts, PricedQuote } from '../pricing/priced';
import { priceQuote } from './price-quote';
import type { PriceQuoteInput } from './price-quote-input';
import type { Quote, QuoteItem, QuoteLine, QuoteSection } from './quote';

const instant = '2026-03-01T09:00:00.000Z';

export const aProduct = (changes: Partial<Product> = {}): Product => ({
  sku: 'LIC-1',
  family: 'Licences',
  kind: 'licence',
  name: { en: `Product ${changes.sku ?? 'LIC-1'}` },
  description: { en: '' },
  vendor: 'Northwind Systems',
  unit: 'piece',
  charge: { kind: 'one-time' },
  taxCategory: 'standard',
  orderableFrom: null,
  orderableUntil: null,
  successorSku: null,
  stock: null,
  attributes: {},
  ...changes,
});

export const anEntry = (changes: Partial<PriceEntry> = {}): PriceEntry => ({
  sku: 'LIC-1',
  list: '100.00',
  validFrom: null,
  validUntil: null,
  ...changes,
});

export const aPolicy = (changes: Partial<PricingPolicy> = {}): PricingPolicy => ({
  ...defaultPricingPolicy,
  ...changes,
});

/** A EUR book of the given entries; without any, one SKU "LIC-1" at 100.00. */
export function aBook(
  changes: Partial<PriceBookHeader> = {},
  entries: readonly PriceEntry[] = [anEntry()],
): PriceBook {
  const bySku = new Map(entries.map((entry) => [entry.sku, entry]));
  return {
    header: {
      bookId: 'book-eur-gold',
      version: 3,
      name: 'Gold EUR',
      catalogId: 'catalog-main',
      currency: 'EUR',
      tier: 'gold',
      validFrom: '2026-01-01',
      validUntil: null,
      publishedAt: '2025-12-20T08:00:00.000Z',
      policy: defaultPricingPolicy,
      ...changes,
    },
    entry: (sku) => bySku.get(sku),
  };
}

/** A gold reseller in Poland with 23 % (standard) and 8 % (reduced) tax. */
export const aPartner = (changes: Partial<Partner> = {}): Partner => ({
  id: 'partner-1',
  partnerId: 'partner-1',
  name: 'Vistula IT',
  kind: 'reseller',
  tier: 'gold',
  country: 'PL',
  region: 'CEE',
  currency: 'EUR',
  timeZone: 'Europe/Warsaw',
  taxPolicy: {
    sellerCountry: 'PL',
    pricesIncludeTax: false,
    rates: [
      { country: 'PL', category: 'standard', percent: '23' },
      { country: 'PL', category: 'reduced', percent: '8' },
      { country: 'CH', category: 'standard', percent: '0' },
    ],
    reverseChargeCountries: ['DE', 'FR'],
  },
  brand: { displayName: 'Vistula IT', accentColor: '#0a5fd8', logoSvg: '', contactLines: [] },
  vendorBrand: { displayName: 'Northwind Systems', accentColor: '#0a5fd8', logoSvg: '', contactLines: [] },
  proposalTerms: {},
  ...changes,
});

export const anAgreement = (changes: Partial<Agreement> = {}): Agreement => ({
  id: 'agreement-1',
  partnerId: 'partner-1',
  name: 'Frame agreement 2026',
  validFrom: '2026-01-01',
  validUntil: null,
  discounts: [{ family: null, sku: null, percent: '5' }],
  ...changes,
});

export const anAccount = (changes: Partial<Account> = {}): Account => ({
  id: 'account-1',
  partnerId: 'partner-1',
  ownerId: 'person-1',
  name: 'Baltic Foods',
  taxId: 'PL5250001009',
  country: 'PL',
  city: 'Gdynia',
  street: 'Portowa 1',
  postalCode: '81-001',
  segment: 'mid-market',
  website: '',
  notes: '',
  createdAt: instant,
  updatedAt: instant,
  ...changes,
});

export const aLine = (changes: Partial<QuoteLine> = {}): QuoteLine => ({
  kind: 'line',
  id: 'line-1',
  sku: 'LIC-1',
  description: 'Licence',
  quantity: '1',
  sell: { kind: 'list' },
  discountPercent: '0',
  note: '',
  optional: false,
  ...changes,
});

export const aSection = (changes: Partial<QuoteSection> = {}): QuoteSection => ({
  kind: 'section',
  id: 'section-1',
  title: 'Software',
  ...changes,
});

/** Gives lines the ids line-1, line-2, ... in their order. */
export const lines = (...changes: readonly Partial<QuoteLine>[]): QuoteItem[] =>
  changes.map((change, index) => aLine({ id: `line-${index + 1}`, ...change }));

/** A draft with one line of one "LIC-1", for "account-1", dated 1 March 2026. */
export const aQuote = (changes: Partial<Quote> = {}): Quote => ({
  id: 'quote-1',
  partnerId: 'partner-1',
  ownerId: 'person-1',
  number: 'Q-7K2M-0042',
  revision: 1,
  state: 'draft',
  title: 'Licences for the new office',
  accountId: 'account-1',
  contactId: null,
  opportunityId: null,
  currency: 'EUR',
  priceBook: { bookId: 'book-eur-gold', version: 3 },
  pricingDate: '2026-03-01',
  expiresOn: '2026-03-31',
  documentLanguage: 'en',
  discountPercent: '0',
  items: [aLine()],
  introduction: '',
  terms: '',
  internalNotes: '',
  createdAt: instant,
  updatedAt: instant,
  ...changes,
});

/** A year from 1 January 2026 for "SUB-1" (10.00 a month, bought at 8.00), 5 of them, with the account and partner of aQuote(). */
export const aContract = (changes: Partial<Contract> = {}): Contract => ({
  id: 'contract-1',
  partnerId: 'partner-1',
  accountId: 'account-1',
  number: 'C-1001',
  currency: 'EUR',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  lines: [aContractLine()],
  ...changes,
});

export const aContractLine = (changes: Partial<ContractLine> = {}): ContractLine => ({
  id: 'contract-line-1',
  sku: 'SUB-1',
  description: 'Subscription',
  quantity: '5',
  period: 'month',
  listUnit: '12.00',
  buyUnit: '8.00',
  sellUnit: '10.00',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  ...changes,
});

/** What a product holds: options "option-1", "option-2", ... in one group. */
export const aBundle = (
  options: readonly Partial<BundleOption>[],
  changes: Partial<Bundle> = {},
): Bundle => ({
  pricing: 'sum',
  discountCascades: false,
  groups: [
    {
      id: 'group-1',
      name: { en: 'Parts' },
      choose: { min: 0, max: null },
      options: options.map((option, index) => ({
        id: `option-${index + 1}`,
        sku: 'LIC-1',
        kind: 'required',
        quantity: '1',
        min: null,
        max: null,
        scaling: 'per-bundle',
        ...option,
      })),
    },
  ],
  ...changes,
});

export interface Situation {
  readonly quote?: Partial<Quote>;
  readonly book?: Partial<PriceBookHeader>;
  readonly policy?: Partial<PricingPolicy>;
  /** What book and catalog hold of each SKU; the default is "LIC-1" at 100.00. */
  readonly products?: readonly {
    readonly sku: string;
    readonly list?: string;
    readonly entry?: Partial<PriceEntry>;
    readonly product?: Partial<Product>;
  }[];
  readonly partner?: Partial<Partner>;
  readonly agreements?: readonly Agreement[];
  /** Everything else the vendor agreed with the partner. */
  readonly terms?: Partial<PartnerTerms>;
  readonly olderBook?: (version: number) => PriceBook | undefined;
  readonly account?: Account | null;
  readonly role?: Role;
}

/** The whole input of priceQuote from what a test cares about. */
export function aPricing(situation: Situation = {}): PriceQuoteInput {
  const products = situation.products ?? [{ sku: 'LIC-1' }];
  const bySku = new Map(products.map(({ sku, product }) => [sku, aProduct({ sku, ...product })]));
  return {
    quote: aQuote(situation.quote),
    book: aBook(
      { policy: aPolicy(situation.policy), ...situation.book },
      products.map(({ sku, list = '100.00', entry }) => anEntry({ sku, list, ...entry })),
    ),
    product: (sku) => bySku.get(sku),
    partner: aPartner(situation.partner),
    terms: { ...noTerms, agreements: situation.agreements ?? [], ...situation.terms },
    ...(situation.olderBook && { olderBook: situation.olderBook }),
    account: situation.account === undefined ? anAccount() : situation.account,
    role: situation.role ?? 'rep',
  };
}

export const price = (situation: Situation = {}): PricedQuote => priceQuote(aPricing(situation));

/** The figures of the line at `index`; throws when it has a problem instead. */
export function amountsOf(priced: PricedQuote, index = 0): PricedAmounts {
  const line = priced.lines[index];
  if (line?.status !== 'priced') throw new Error(`Line ${index} has no price: ${JSON.stringify(line)}`);
  return line.amounts;
}

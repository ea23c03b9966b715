import type { TaxPolicy } from '#shared/domain/partner/partner';

/** A country's rates: of goods and licences ("standard"), and of services ("service"). Percent. */
interface CountryRates {
  readonly country: string;
  readonly standard: string;
  readonly service: string;
}

/*
 * Rates as the law had them in 2026:
 * PL 23  Ustawa o VAT, art. 41(1) with art. 146ef        DE 19  Umsatzsteuergesetz, paragraph 12(1)
 * CZ 21  Zákon 235/2004 Sb., paragraph 47                NL 21  Wet op de omzetbelasting 1968, art. 9
 * BE 21  Koninklijk besluit nr. 20                       KZ 16  Tax Code of 18 July 2025, from 1 January 2026
 * CN 13 on goods, 6 on information-technology services: Value-Added Tax Law, from 1 January 2026
 * KG and HK: exports from Kazakhstan and mainland China are zero-rated.
 */
const unionRates: readonly CountryRates[] = [
  { country: 'PL', standard: '23', service: '23' },
  { country: 'DE', standard: '19', service: '19' },
  { country: 'CZ', standard: '21', service: '21' },
  { country: 'NL', standard: '21', service: '21' },
  { country: 'BE', standard: '21', service: '21' },
];
const kazakhRates: readonly CountryRates[] = [
  { country: 'KZ', standard: '16', service: '16' },
  { country: 'KG', standard: '0', service: '0' },
];
const chineseRates: readonly CountryRates[] = [
  { country: 'CN', standard: '13', service: '6' },
  { country: 'HK', standard: '0', service: '0' },
];

const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

const policy = (
  sellerCountry: string,
  rates: readonly CountryRates[],
  reverseChargeCountries: string[],
): TaxPolicy => ({
  sellerCountry,
  pricesIncludeTax: false,
  rates: rates.flatMap(({ country, standard, service }) => [
    { country, category: 'standard', percent: standard },
    { country, category: 'service', percent: service },
  ]),
  reverseChargeCountries,
});

/** A seller in the European Union: business customers in other member states account for the tax themselves (Directive 2006/112/EC). */
const unionPolicy = (country: string): TaxPolicy =>
  policy(
    country,
    unionRates,
    union.filter((member) => member !== country),
  );

export const taxPolicies = {
  PL: unionPolicy('PL'),
  DE: unionPolicy('DE'),
  KZ: policy('KZ', kazakhRates, []),
  CN: policy('CN', chineseRates, []),
} as const satisfies Record<string, TaxPolicy>;

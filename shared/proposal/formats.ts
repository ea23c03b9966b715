import type { Language } from '../domain/catalog/localized';
import type { Currency, Decimal, Percent } from '../domain/money/amount';
import { minorUnits } from '../domain/money/minor-units';

export interface ProposalFormats {
  /** In the document's currency, at least its minor unit, never rounded: "1,234.50". */
  amount(value: Decimal): string;
  /** With the currency's code, for totals that stand alone: "EUR 1,234.50". */
  total(value: Decimal): string;
  quantity(value: Decimal): string;
  count(value: number): string;
  /** A rate as it is, up to 6 decimals: "23%". */
  rate(value: Percent): string;
  /** One decimal, for discounts. */
  share(value: Percent): string;
  /** A calendar day, written out so that it can be read one way only. */
  day(value: string): string;
  country(code: string): string;
  plural(count: number): 'one' | 'few' | 'many' | 'other';
}

/** The schemas admit only decimal strings; Intl formats those exactly, without a float between. */
const exact = (value: Decimal): `${number}` => value as `${number}`;
const withTrueMinus = (text: string): string => text.replaceAll('-', '\u2212');

/** Figures and dates in the document's language (PRO-2). */
export function createFormats(language: Language, currency: Currency): ProposalFormats {
  const digits = {
    minimumFractionDigits: minorUnits(currency),
    maximumFractionDigits: 9,
    useGrouping: 'always',
  } as const;
  const amount = new Intl.NumberFormat(language, digits);
  const total = new Intl.NumberFormat(language, {
    ...digits,
    style: 'currency',
    currency,
    currencyDisplay: 'code',
  });
  const quantity = new Intl.NumberFormat(language, { maximumFractionDigits: 6, useGrouping: 'always' });
  const rate = new Intl.NumberFormat(language, { style: 'unit', unit: 'percent', maximumFractionDigits: 6 });
  const share = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  const plurals = new Intl.PluralRules(language);
  return {
    amount: (value) => withTrueMinus(amount.format(exact(value))),
    total: (value) => withTrueMinus(total.format(exact(value))),
    quantity: (value) => quantity.format(exact(value)),
    count: (value) => quantity.format(value),
    rate: (value) => rate.format(exact(value)),
    share: (value) => withTrueMinus(share.format(exact(value))),
    day: (value) => day.format(new Date(`${value}T00:00:00.000Z`)),
    country: (code) => countries.of(code) ?? code,
    plural: (count) => {
      const rule = plurals.select(count);
      return rule === 'zero' || rule === 'two' ? 'other' : rule;
    },
  };
}

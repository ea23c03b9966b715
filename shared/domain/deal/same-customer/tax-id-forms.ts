/** How one kind of a country's numbers is written. */
export interface TaxIdForm {
  readonly shape: RegExp;
  /** Whether its check digits are right. */
  readonly checks: (number: string) => boolean;
}

const digitsOf = (number: string): readonly number[] => number.split('').map(Number);
const weighed = (number: string, weights: readonly number[]): number => {
  const digits = digitsOf(number);
  return weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);
};
const luhn = (number: string): boolean =>
  digitsOf(number)
    .toReversed()
    .reduce((sum, digit, at) => sum + (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0) %
    10 ===
  0;

/** Of which no check digit is calculated here: its shape is all there is to check. */
const anyOf = (shape: RegExp): TaxIdForm => ({ shape, checks: () => true });
/** As above, and so plain a shape that a slip still has it. */
const plain = (shape: RegExp): TaxIdForm => ({ shape, checks: () => false });

const russian = (id: string): boolean => {
  const check = (weights: readonly number[]): number => (weighed(id, weights) % 11) % 10;
  if (id.length === 10) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(id[9]);
  return (
    check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(id[10]) &&
    check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(id[11])
  );
};

/**
 * The kinds of numbers that each country gives its companies and sole traders. Two numbers of one kind can be two customers; of two kinds they say
 * nothing, since one customer has both. Where a company has one and a sole trader the other, they are one kind.
 */
export const taxIdForms: Readonly<Record<string, readonly TaxIdForm[]>> = {
  PL: [
    // KRS first: it is a NIP of no tax office.
    plain(/^000\d{7}$/),
    {
      shape: /^\d{10}$/,
      checks: (id) => weighed(id, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(id[9]),
    },
    // REGON
    {
      shape: /^\d{9}$/,
      checks: (id) => (weighed(id, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === Number(id[8]),
    },
  ],
  RU: [
    { shape: /^(?:\d{10}|\d{12})$/, checks: russian },
    // OGRN, OGRNIP
    {
      shape: /^(?:\d{13}|\d{15})$/,
      checks: (id) => (Number(id.slice(0, -1)) % (id.length - 2)) % 10 === Number(id.at(-1)),
    },
  ],
  CZ: [
    {
      shape: /^\d{8}$/,
      checks: (id) => (11 - (weighed(id, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(id[7]),
    },
    // A person's: of the day of birth.
    plain(/^\d{9,10}$/),
  ],
  SK: [anyOf(/^\d{10}$/), plain(/^\d{8}$/)],
  FR: [{ shape: /^\d{9}$/, checks: luhn }],
  IT: [{ shape: /^\d{11}$/, checks: luhn }, anyOf(/^[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]$/)],
  // VAT number; the tax office's number, with or without its state.
  DE: [anyOf(/^\d{9}$/), plain(/^(?:\d{10,11}|\d{13})$/)],
  AT: [anyOf(/^U\d{8}$/)],
  CH: [anyOf(/^E?\d{9}$/)],
  HU: [anyOf(/^\d{8}$/)],
  UA: [anyOf(/^(?:\d{8}|\d{10})$/), plain(/^\d{12}$/)],
  ES: [anyOf(/^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/)],
  // VAT number without its last part, RSIN; KvK
  NL: [anyOf(/^\d{9}$/), plain(/^\d{8}$/)],
  BE: [anyOf(/^[01]\d{9}$/)],
  // VAT number; company number
  GB: [anyOf(/^\d{9}$/), plain(/^(?:\d{8}|[A-Z]{2}\d{6})$/)],
  SE: [anyOf(/^\d{10}(01)?$/)],
  DK: [anyOf(/^\d{8}$/)],
  FI: [anyOf(/^\d{8}$/)],
  NO: [anyOf(/^\d{9}$/)],
  TR: [anyOf(/^\d{10}$/)],
  // Unified social credit code; the tax number before it
  CN: [anyOf(/^[0-9A-Z]{18}$/), plain(/^\d{15}$/)],
  US: [anyOf(/^\d{9}$/)],
  RO: [anyOf(/^\d{6,10}$/)],
  EE: [anyOf(/^\d{9}$/)],
  LV: [anyOf(/^\d{11}$/)],
  HR: [anyOf(/^\d{11}$/)],
  SI: [anyOf(/^\d{8}$/)],
  BG: [anyOf(/^\d{9,10}$/)],
  CY: [anyOf(/^\d{8}[A-Z]$/)],
  GR: [anyOf(/^\d{9}$/)],
  IE: [anyOf(/^\d[0-9A-Z+*]\d{5}[A-Z]{1,2}$/)],
  LU: [anyOf(/^\d{8}$/)],
  MT: [anyOf(/^\d{8}$/)],
  PT: [anyOf(/^\d{9}$/)],
  RS: [anyOf(/^\d{9}$/)],
  KZ: [anyOf(/^\d{12}$/)],
  BY: [anyOf(/^\d{9}$/)],
  LT: [anyOf(/^(\d{9}|\d{12})$/)],
};

/** Which of its country's kinds a number has the shape of; -1: none. */
export const kindOf = (number: string, country: string): number =>
  (taxIdForms[country] ?? []).findIndex(({ shape }) => shape.test(number));

/** The part that is the company's, of numbers that say more. */
export function companyPart(number: string, country: string): string {
  // A French VAT number or one of an establishment holds the company's nine digits.
  if (country === 'FR' && /^[A-Z0-9]{2}\d{9}$/.test(number)) return number.slice(2);
  if (country === 'FR' && /^\d{14}$/.test(number)) return number.slice(0, 9);
  if (country === 'PL' && /^\d{14}$/.test(number)) return number.slice(0, 9);
  if (country === 'NL' && /^\d{9}B\d{2}$/.test(number)) return number.slice(0, 9);
  if (country === 'GB' && /^\d{12}$/.test(number)) return number.slice(0, 9);
  if (country === 'GB' && /^\d{6,7}$/.test(number)) return number.padStart(8, '0');
  if (country === 'CH') return number.replace(/^E/, '').replace(/(MWST|TVA|IVA)$/, '');
  if (country === 'HU' && /^\d{11}$/.test(number)) return number.slice(0, 8);
  if (country === 'BE' && /^\d{9}$/.test(number)) return `0${number}`;
  if (country === 'NO') return number.replace(/MVA$/, '');
  // Leading U is part of an Austrian number, and left out by many.
  if (country === 'AT' && /^\d{8}$/.test(number)) return `U${number}`;
  return number;
}

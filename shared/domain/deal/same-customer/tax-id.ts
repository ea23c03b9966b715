import { distance } from 'fastest-levenshtein';

/** A tax number without its spelling. */
export interface TaxId {
  /** Whose authority gave it: as its prefix says, or where the customer is. */
  readonly country: string;
  /** Digits and letters, without the country's prefix. */
  readonly number: string;
  /** As far as its country's form is known here: its shape and check digit are right, its shape is, or nothing can be said. */
  readonly form: 'valid' | 'shaped' | 'unknown';
}

/** Prefixes in front of numbers; Greece writes EL, Northern Ireland XI. */
const prefixes = new Map([
  ...'AT BE BG CY CZ DE DK EE ES FI FR GB HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK CH NO TR UA RU CN US RS KZ BY'
    .split(' ')
    .map((code) => [code, code] as const),
  ['EL', 'GR'],
  ['GR', 'GR'],
  ['XI', 'GB'],
]);

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

interface Form {
  readonly shape: RegExp;
  readonly checks: (number: string) => boolean;
}
const anyOf = (shape: RegExp): Form => ({ shape, checks: () => true });

/** Shapes and check digits, where they are published and simple; each country's tax number for companies. */
const forms: Readonly<Record<string, Form>> = {
  PL: {
    shape: /^\d{10}$/,
    checks: (id) => weighed(id, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(id[9]),
  },
  RU: {
    shape: /^\d{10}$/,
    checks: (id) => (weighed(id, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(id[9]),
  },
  CZ: {
    shape: /^\d{8}$/,
    checks: (id) => (11 - (weighed(id, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(id[7]),
  },
  FR: { shape: /^\d{9}$/, checks: luhn },
  IT: { shape: /^\d{11}$/, checks: luhn },
  DE: anyOf(/^\d{9}$/),
  AT: anyOf(/^U\d{8}$/),
  CH: anyOf(/^E?\d{9}$/),
  SK: anyOf(/^\d{10}$/),
  HU: anyOf(/^\d{8}$/),
  UA: anyOf(/^\d{8}$/),
  ES: anyOf(/^[A-Z]\d{7}[A-Z0-9]$/),
  NL: anyOf(/^\d{9}B\d{2}$/),
  BE: anyOf(/^[01]\d{9}$/),
  GB: anyOf(/^\d{9}$/),
  SE: anyOf(/^\d{10}(01)?$/),
  DK: anyOf(/^\d{8}$/),
  FI: anyOf(/^\d{8}$/),
  NO: anyOf(/^\d{9}$/),
  TR: anyOf(/^\d{10}$/),
  CN: anyOf(/^[0-9A-Z]{18}$/),
  US: anyOf(/^\d{9}$/),
  RO: anyOf(/^\d{6,10}$/),
  EE: anyOf(/^\d{9}$/),
  LV: anyOf(/^\d{11}$/),
  HR: anyOf(/^\d{11}$/),
  SI: anyOf(/^\d{8}$/),
  BG: anyOf(/^\d{9,10}$/),
  CY: anyOf(/^\d{8}[A-Z]$/),
  GR: anyOf(/^\d{9}$/),
  IE: anyOf(/^\d[0-9A-Z+*]\d{5}[A-Z]{1,2}$/),
  LU: anyOf(/^\d{8}$/),
  MT: anyOf(/^\d{8}$/),
  PT: anyOf(/^\d{9}$/),
  RS: anyOf(/^\d{9}$/),
  KZ: anyOf(/^\d{12}$/),
  BY: anyOf(/^\d{9}$/),
  LT: anyOf(/^(\d{9}|\d{12})$/),
};

/** Numbers that are typed where none is known. */
const isPlaceholder = (number: string): boolean =>
  /^(.)\1+$/.test(number) ||
  '01234567890123456789'.includes(number) ||
  '98765432109876543210'.includes(number);

/** The number in what somebody typed; null: none that means anything. */
export function taxIdOf(text: string, accountCountry: string): TaxId | null {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(labels, '')
    .replace(taxOffice, '$1')
    .replace(/[^\p{L}\p{N}]/gu, '');
  const prefix = /^[A-Z]{2}(?=[A-Z0-9]*\d)/.exec(typed)?.[0];
  const country = prefix === undefined ? undefined : prefixes.get(prefix);
  // Letters in front may belong to the number itself: only what a country writes in front of its numbers is a prefix.
  const isPrefix = country !== undefined && (country === accountCountry || hasForm(typed.slice(2), country));
  const owner = isPrefix ? country : accountCountry;
  const number = withoutOtherLetters(shortened(isPrefix ? typed.slice(2) : typed, owner), owner);
  if (number.replace(/\D/g, '').length < 5 || number.length > 20 || isPlaceholder(number)) return null;
  const form = forms[owner];
  if (!form?.shape.test(number)) return { country: owner, number, form: 'unknown' };
  return { country: owner, number, form: form.checks(number) ? 'valid' : 'shaped' };
}

/** What is written in front of numbers to say what they are. */
const labels =
  /^(?:\s*(?:VAT|NIP|REGON|INN|KPP|UST-?ID-?NR|UST-?ID|UID|TVA|SIREN|SIRET|TIN|EIN|USCC|NO|NR|ID|REG|DIČ|DPH|IČO|IČ|IČ DPH|ICO|DIC|P\.?\s?IVA|CIF|NIF|CUI|MWST|EDRPOU|BIN|IIN|ИНН|КПП|НИП|УНП|БИН|ИИН|БСН|ЄДРПОУ|ЕДРПОУ|ЕГРПОУ|ІПН|РНОКПП)(?![\p{L}])[\s.:/№-]*)+/u;
/** A Russian number is followed by that of the tax office. */
const taxOffice = /^(\d{10}|\d{12})\s*(?:[/,;\\]\s*)?(?:КПП|KPP)?[\s.:]*\d{4}[\dA-Z]{2}\d{3}$/u;

const hasForm = (number: string, country: string): boolean =>
  forms[country]?.shape.test(shortened(number, country)) ?? number.length > 4;

/** Letters in front that its country does not write, when what is left has its form. */
function withoutOtherLetters(number: string, country: string): string {
  const bare = number.replace(/^\p{L}+/u, '');
  return bare !== number && !hasForm(number, country) && forms[country]?.shape.test(bare) ? bare : number;
}

/** The part that is the company's, of numbers that say more. */
function shortened(number: string, country: string): string {
  // A French VAT number or one of an establishment holds the company's nine digits.
  if (country === 'FR' && /^[A-Z0-9]{2}\d{9}$/.test(number)) return number.slice(2);
  if (country === 'FR' && /^\d{14}$/.test(number)) return number.slice(0, 9);
  if (country === 'CH') return number.replace(/^E/, '').replace(/(MWST|TVA|IVA)$/, '');
  if (country === 'HU' && /^\d{11}$/.test(number)) return number.slice(0, 8);
  if (country === 'BE' && /^\d{9}$/.test(number)) return `0${number}`;
  if (country === 'NO') return number.replace(/MVA$/, '');
  // Leading U is part of an Austrian number, and left out by many.
  if (country === 'AT' && /^\d{8}$/.test(number)) return `U${number}`;
  return number;
}

export type TaxIdVerdict = 'equal' | 'different' | 'unknown';

/** More than what one slip of the keyboard does to a number. */
const otherNumber = 3;

/**
 * Equal numbers of one country decide. Different ones speak against it when both have their country's form; where a check digit is wrong, only
 * when they are too different for a typing mistake. Numbers of another kind say nothing. Of whom no country is known, an equal number is the same
 * when it has the other's country's form.
 */
export function compareTaxIds(a: TaxId | null, b: TaxId | null): TaxIdVerdict {
  if (!a || !b) return 'unknown';
  if (a.country !== b.country) return isWithoutCountry(a, b) || isWithoutCountry(b, a) ? 'equal' : 'unknown';
  if (a.number === b.number) return 'equal';
  if (a.form === 'unknown' || b.form === 'unknown') return 'unknown';
  if (a.form === 'valid' && b.form === 'valid') return 'different';
  return distance(a.number, b.number) >= otherNumber ? 'different' : 'unknown';
}

const isWithoutCountry = (one: TaxId, other: TaxId): boolean =>
  one.country === '' && other.form !== 'unknown' && one.number === other.number;

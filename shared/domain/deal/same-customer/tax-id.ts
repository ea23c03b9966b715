import { distance } from 'fastest-levenshtein';
import { companyPart, kindOf, taxIdForms } from './tax-id-forms';

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
  const number = withoutOtherLetters(companyPart(isPrefix ? typed.slice(2) : typed, owner), owner);
  if (number.replace(/\D/g, '').length < 5 || number.length > 20 || isPlaceholder(number)) return null;
  const form = taxIdForms[owner]?.[kindOf(number, owner)];
  if (!form) return { country: owner, number, form: 'unknown' };
  return { country: owner, number, form: form.checks(number) ? 'valid' : 'shaped' };
}

/** What is written in front of numbers to say what they are. */
const labels =
  /^(?:\s*(?:VAT|BTW|RSIN|KVK|NIP|REGON|KRS|OGRNIP|OGRN|INN|COMPANY|STEUERNUMMER|ST-?NR|STNR|KPP|UST-?ID-?NR|UST-?ID|UID|TVA|SIREN|SIRET|TIN|EIN|USCC|NO|NR|ID|REG|DIČ|DPH|IČO|IČ|IČ DPH|ICO|DIC|P\.?\s?IVA|CIF|NIF|CUI|MWST|EDRPOU|BIN|IIN|ИНН|КПП|НИП|УНП|БИН|ИИН|БСН|ОГРНИП|ОГРН|ЄДРПОУ|ЕДРПОУ|ЕГРПОУ|ІПН|РНОКПП)(?![\p{L}])[\s.:/№-]*)+/u;
/** A Russian number is followed by that of the tax office. */
const taxOffice = /^(\d{10}|\d{12})\s*(?:[/,;\\]\s*)?(?:КПП|KPP)?[\s.:]*\d{4}[\dA-Z]{2}\d{3}$/u;

const hasForm = (number: string, country: string): boolean =>
  kindOf(companyPart(number, country), country) >= 0;

/** Letters in front that its country does not write, when what is left has its form. */
function withoutOtherLetters(number: string, country: string): string {
  const bare = number.replace(/^\p{L}+/u, '');
  return bare !== number && !hasForm(number, country) && kindOf(bare, country) >= 0 ? bare : number;
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
  if (kindOf(a.number, a.country) !== kindOf(b.number, b.country)) return 'unknown';
  if (a.form === 'valid' && b.form === 'valid') return 'different';
  return distance(a.number, b.number) >= otherNumber ? 'different' : 'unknown';
}

const isWithoutCountry = (one: TaxId, other: TaxId): boolean =>
  one.country === '' && other.form !== 'unknown' && one.number === other.number;

import { err, ok, type Result } from '#shared/lib/result';

/** What is wrong with a typed figure; the text itself stays with the person. */
export type FigureProblem = 'not-a-number' | 'negative' | 'zero' | 'too-large' | 'too-many-decimals';

/** How the person writes figures: in "1,000" the comma groups in English and marks decimals in Polish or Russian. */
export interface FigureStyle {
  readonly decimalComma: boolean;
}

/** A line's quantity as a decimal string: more than zero, under ten million, up to 3 decimals (PR-1). */
export function readQuantity(text: string, style: FigureStyle): Result<string, FigureProblem> {
  const read = readDecimal(text, style);
  if (!read.ok) return read;
  const { whole, fraction } = read.value;
  if (whole.length > 7) return err('too-large');
  if (fraction.length > 3) return err('too-many-decimals');
  const value = join(whole, fraction);
  return value === '0' ? err('zero') : ok(value);
}

/** A percentage from 0 to 100 with up to 6 decimals; the percent sign may be there or not. Empty means none: "0". */
export function readPercent(text: string, style: FigureStyle): Result<string, FigureProblem> {
  const bare = text.trim().replace(/\s*%$/, '');
  if (bare === '') return ok('0');
  const read = readDecimal(bare, style);
  if (!read.ok) return read;
  const { whole, fraction } = read.value;
  if (whole.length > 3 || Number(whole) > 100 || (Number(whole) === 100 && fraction !== ''))
    return err('too-large');
  return fraction.length > 6 ? err('too-many-decimals') : ok(join(whole, fraction));
}

/** A unit price: zero or more, up to 6 decimals (PR-1). */
export function readPrice(text: string, style: FigureStyle): Result<string, FigureProblem> {
  const read = readDecimal(text, style);
  if (!read.ok) return read;
  const { whole, fraction } = read.value;
  if (whole.length > 12) return err('too-large');
  return fraction.length > 6 ? err('too-many-decimals') : ok(join(whole, fraction));
}

interface Digits {
  /** Without leading zeros, at least one digit. */
  readonly whole: string;
  /** Without trailing zeros, may be empty. */
  readonly fraction: string;
}

const join = (whole: string, fraction: string): string => (fraction === '' ? whole : `${whole}.${fraction}`);

function readDecimal(text: string, { decimalComma }: FigureStyle): Result<Digits, FigureProblem> {
  // Spaces of every kind (a Polish or Russian spreadsheet groups by no-break spaces) and apostrophes only group.
  const compact = text
    .trim()
    .replaceAll(/[\s\u00A0\u202F\u2009'’]/g, '')
    .replace(/^[\u2212\u2013]/, '-');
  const exponent = /^[+-]?\d+(?:\.\d+)?e\+?\d+$/i.test(compact);
  if (exponent) return err(compact.startsWith('-') ? 'negative' : 'too-large');
  const [, sign, digits] = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/.exec(compact) ?? [];
  if (digits === undefined) return err('not-a-number');
  const split = splitAtDecimalMark(digits, decimalComma);
  if (!split) return err('not-a-number');
  const whole = split.whole.replace(/^0+(?=\d)/, '') || '0';
  const fraction = split.fraction.replace(/0+$/, '');
  if (sign === '-' && (whole !== '0' || fraction !== '')) return err('negative');
  return ok({ whole, fraction });
}

function splitAtDecimalMark(digits: string, decimalComma: boolean): Digits | null {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return { whole: digits, fraction: '' };
  const mark = digits.charAt(last);
  const repeated = digits.indexOf(mark) !== last;
  const groupsOnly = repeated || (mark === ',' && !decimalComma && /^[1-9]\d{0,2},\d{3}$/.test(digits));
  if (groupsOnly) {
    const grouped = new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$`);
    return grouped.test(digits) ? { whole: digits.replaceAll(/[.,]/g, ''), fraction: '' } : null;
  }
  const head = digits.slice(0, last);
  const groups = head.split(mark === ',' ? '.' : ',');
  const wellGrouped = groups.length === 1 || groups.slice(1).every((group) => group.length === 3);
  return wellGrouped ? { whole: groups.join(''), fraction: digits.slice(last + 1) } : null;
}

import type { Decimal } from './amount';

const exponential = /^(\d+)(?:\.(\d+))?e\+?(\d{1,2})$/i;

/**
 * The number a text means, as decimal text without a sign; undefined when it means none. Spaces, apostrophes, commas and points may
 * group whole thousands. With both commas and points the last is the decimal sign. One alone is it too, unless it stands where `locale`
 * groups thousands ("1,234" is 1234 in English and 1.234 in Polish). Exponents are what spreadsheets paste: "1E+03".
 */
export function readNumber(text: string, locale: string): Decimal | undefined {
  const exponent = exponential.exec(text);
  if (exponent) return shifted(exponent[1] ?? '', exponent[2] ?? '', Number(exponent[3]));

  const sign = decimalSign(text, locale);
  const parts = sign === undefined ? [text] : text.split(sign);
  if (parts.length > 2) return undefined;
  const [whole = '', decimals] = parts;
  const digits = ungrouped(whole === '' && decimals !== undefined ? '0' : whole);
  if (digits === undefined || (decimals !== undefined && !/^\d+$/.test(decimals))) return undefined;
  const plain = digits.replace(/^0+(?=\d)/, '');
  return decimals === undefined ? plain : `${plain}.${decimals}`;
}

/** Which of "," and "." separates the decimals in this text, if any does. */
function decimalSign(text: string, locale: string): ',' | '.' | undefined {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma < 0 && point < 0) return undefined;
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
  const sign = comma >= 0 ? ',' : '.';
  if (text.split(sign).length > 2) return undefined;
  const couldGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return couldGroup && sign === groupSign(locale) ? undefined : sign;
}

function groupSign(locale: string): string | undefined {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(12_345_678);
  return parts.find(({ type }) => type === 'group')?.value;
}

/** Digits, or digits in groups of three with the same separator throughout. */
function ungrouped(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  const separator = /^\d{1,3}([\s'\u2019.,])\d{3}/.exec(text)?.[1];
  if (separator === undefined) return undefined;
  const [first = '', ...groups] = text.split(separator);
  const wellFormed = /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return wellFormed ? first + groups.join('') : undefined;
}

/** whole.decimals times 10 to `exponent`. */
function shifted(whole: string, decimals: string, exponent: number): Decimal {
  const digits = whole + decimals.padEnd(exponent, '0');
  const point = whole.length + exponent;
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(point);
  return rest === '' ? integer : `${integer}.${rest}`;
}

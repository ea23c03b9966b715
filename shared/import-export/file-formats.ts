import { readNumber } from '../domain/money/read-number';
import { daySchema } from '../lib/clock';
import type { Cell } from './table';

/** How a file writes what could mean two things. */
export interface FileFormats {
  /** Which of day and month comes first in 01/02/2026. */
  readonly days: 'day-first' | 'month-first';
  /** The sign before decimals: it says what 1.234 is. */
  readonly decimal: ',' | '.';
}

const parts = /^(\d{1,4})\s*[./\-\s年]\s*(\d{1,2})\s*[./\-\s月]\s*(\d{1,4})\s*[日г.]*\.?$/;

/**
 * A day as files write it: "31.12.2026", "12/31/2026", "2026-12-31", "2026年12月31日"; a time after it is left off. A spreadsheet's number
 * is the day it counts. undefined: none.
 */
export function readDay(
  cell: Cell,
  { days }: Pick<FileFormats, 'days'>,
  from1904 = false,
): string | undefined {
  if (cell.type === 'day') return cell.day;
  if (cell.type === 'number') return dayOfSerial(Number(cell.number), from1904);
  const text = asciiDigits(cell.text.normalize('NFKC'))
    .trim()
    .replace(/[T\s]+\d{1,2}:\d{2}.*$/, '');
  const [, first = '', second = '', third = ''] = parts.exec(text) ?? [];
  if (first === '') return undefined;
  const yearFirst = first.length === 4;
  if (!yearFirst && third.length !== 4 && third.length !== 2) return undefined;
  const year = yearFirst ? first : third.length === 2 ? `20${third}` : third;
  const [a, b] = yearFirst ? [second, third] : [first, second];
  const monthFirst = yearFirst || days === 'month-first';
  // Where only one order makes a date, that one is meant.
  const [month, day] = monthFirst ? [a, b] : [b, a];
  const swap = !yearFirst && Number(month) > 12 && Number(day) <= 12;
  const iso = `${year}-${(swap ? day : month).padStart(2, '0')}-${(swap ? month : day).padStart(2, '0')}`;
  return daySchema.safeParse(iso).success ? iso : undefined;
}

/** ECMA-376 part 1, 18.17.4.1: days since 30 December 1899, or 1 January 1904. Only what can be a day of business: other numbers are years, or codes. */
function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const day = Math.floor(serial) + (from1904 ? 1_462 : 0);
  if (!(day >= 20_000 && day < 80_000)) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10);
}

/** Zero in the scripts whose digits people write: Arabic, Persian and Urdu, Devanagari, Bengali, Thai. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

const asciiDigits = (text: string): string =>
  text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((each) => code >= each && code < each + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/** An amount as files write it, "1.234,56", "€ 1,234.56", "1 234"; a plain decimal string, never rounded. undefined: none, or below zero. */
export function readDecimal(cell: Cell, { decimal }: Pick<FileFormats, 'decimal'>): string | undefined {
  if (cell.type === 'day') return undefined;
  if (cell.type === 'number') return /^\d/.test(cell.number) ? readNumber(cell.number, 'en') : undefined;
  const text = asciiDigits(cell.text.normalize('NFKC'));
  const bare = text
    .replaceAll('\u066B', decimal)
    .replaceAll('\u066C', decimal === ',' ? '.' : ',')
    // Marks that turn the direction of writing are no part of an amount.
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .replace(/^(?:\p{Sc}|[A-Z]{3}(?=[\s\d]))\s*|\s*(?:\p{Sc}|(?<=[\s\d])[A-Z]{3}|zł|руб\.?|р\.|元)$/gu, '')
    .trim();
  return readNumber(bare, decimal === ',' ? 'de' : 'en');
}

/** What the texts of amounts and of days tell of a file's formats; where they tell nothing, what the person's language writes. */
export function guessFormats(
  { amounts, days }: { readonly amounts: readonly string[]; readonly days: readonly string[] },
  locale: string,
): FileFormats {
  const numbers = new Intl.NumberFormat(locale).formatToParts(1.5);
  const own = numbers.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
  const comma = amounts.some((text) => /\d,\d{1,2}\D*$/.test(text) || /\.\d{3},\d/.test(text));
  const point = amounts.some((text) => /\d\.\d{1,2}\D*$/.test(text) || /,\d{3}\.\d/.test(text));
  const dates = days.flatMap((text) => {
    const match = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})\b/.exec(text.trim());
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  const monthFirst =
    dates.some(([, second]) => second > 12) || (locale === 'en-US' && !dates.some(([first]) => first > 12));
  return {
    days: monthFirst ? 'month-first' : 'day-first',
    decimal: comma === point ? own : comma ? ',' : '.',
  };
}

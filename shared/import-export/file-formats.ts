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

/** A day as files write it: "31.12.2026", "12/31/2026", "2026-12-31", "2026年12月31日"; a time after it is left off. undefined: none. */
export function readDay(cell: Cell, { days }: Pick<FileFormats, 'days'>): string | undefined {
  if (cell.type === 'day') return cell.day;
  if (cell.type === 'number') return undefined;
  const text = cell.text.trim().replace(/[T\s]+\d{1,2}:\d{2}.*$/, '');
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

/** An amount as files write it, "1.234,56", "€ 1,234.56", "1 234"; a plain decimal string, never rounded. undefined: none, or below zero. */
export function readDecimal(cell: Cell, { decimal }: Pick<FileFormats, 'decimal'>): string | undefined {
  if (cell.type === 'day') return undefined;
  if (cell.type === 'number') return /^\d/.test(cell.number) ? readNumber(cell.number, 'en') : undefined;
  const bare = cell.text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:\p{Sc}|[A-Z]{3}\s)\s*|\s*(?:\p{Sc}|\s[A-Z]{3}|zł|руб\.?|元)$/gu, '')
    .trim();
  return readNumber(bare, decimal === ',' ? 'de' : 'en');
}

/** What the texts of a file tell of its formats; where they tell nothing, what the person's language writes. */
export function guessFormats(texts: readonly string[], locale: string): FileFormats {
  const numbers = new Intl.NumberFormat(locale).formatToParts(1.5);
  const own = numbers.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
  const comma = texts.some((text) => /\d,\d{1,2}$/.test(text.trim()) || /\.\d{3},\d/.test(text));
  const point = texts.some((text) => /\d\.\d{1,2}$/.test(text.trim()) && !/\d+\.\d+\.\d+/.test(text));
  const dates = texts.flatMap((text) => {
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

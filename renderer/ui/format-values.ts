/** Figures and dates in one language. Amounts, rates and quantities come in as decimal strings and are formatted exactly. */
export interface Formats {
  /** With the currency's own decimals; without a currency two. `decimals` overrides. */
  readonly amount: (value: string, currency?: string, decimals?: number) => string;
  /** A unit price, with the currency's decimals and up to 6 where it has them: "0.0042" is never shown as 0.00. */
  readonly unitPrice: (value: string, currency?: string, maxDecimals?: number) => string;
  readonly number: (value: string | number, maxDecimals?: number) => string;
  /** "12.5" is 12.5 %; always one decimal. */
  readonly percent: (value: string) => string;
  /** A calendar day, "2026-11-21", as day, month in words and year: never ambiguous. */
  readonly day: (isoDay: string) => string;
  /** An instant, in the device's time zone. */
  readonly instant: (iso: string) => string;
  /** "2 minutes ago"; anything under a minute is "now". */
  readonly ago: (iso: string, now?: Date) => string;
  /** Names one after another, as the language parts them: "A, B" in English, "A、B" in Chinese. */
  readonly list: (names: readonly string[]) => string;
  readonly compare: (a: string, b: string) => number;
}

/** A hyphen is not a minus: figures in a column would not line up. */
const withTrueMinus = (text: string): string => text.replace(/^-|(?<=^\D?)-/u, '\u2212');

/** English dates are written day first with the month in words; the pseudo-locale formats as English. */
const localeOf = (language: string): string =>
  language === 'en' || language.startsWith('en-') ? 'en-GB' : language;

const agoSteps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function formatsFor(language: string): Formats {
  const locale = localeOf(language);
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const known = numbers.get(key);
    if (known) return known;
    const made = new Intl.NumberFormat(locale, options);
    numbers.set(key, made);
    return made;
  };
  const exact = (value: string | number, options: Intl.NumberFormatOptions): string =>
    withTrueMinus(numberFormat({ ...options }).format(value as `${number}`));
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const names = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return {
    amount: (value, currency, decimals) =>
      exact(value, {
        useGrouping: true,
        ...(currency
          ? { style: 'currency', currency }
          : { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
        ...(decimals === undefined
          ? {}
          : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
      }),
    unitPrice: (value, currency, maxDecimals = 6) =>
      exact(value, {
        useGrouping: true,
        ...(currency ? { style: 'currency', currency } : { minimumFractionDigits: 2 }),
        maximumFractionDigits: maxDecimals,
      }),
    number: (value, maxDecimals = 3) => exact(value, { maximumFractionDigits: maxDecimals }),
    percent: (value) =>
      exact(value, {
        style: 'unit',
        unit: 'percent',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }),
    day: (isoDay) => days.format(new Date(`${isoDay}T00:00:00.000Z`)),
    instant: (iso) => instants.format(new Date(iso)),
    ago: (iso, now = new Date()) => {
      const seconds = Math.round((Date.parse(iso) - now.getTime()) / 1000);
      for (const [unit, size] of agoSteps) {
        if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
      }
      return relative.format(0, 'second');
    },
    list: (each) => names.format(each),
    compare: (a, b) => collator.compare(a, b),
  };
}

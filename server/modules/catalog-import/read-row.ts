import { priceSchema } from '#shared/domain/money/amount';
import { err, ok, type Result } from '#shared/lib/result';
import { cleanText } from './clean-text';
import type { ImportField, ImportOptions } from './options';

/** Why a row is not published. Codes are stable; `explain` puts them into words. */
export type RowReason =
  | { readonly type: 'wrong-column-count'; readonly found: number; readonly wanted: number }
  | { readonly type: 'sku-missing' }
  | { readonly type: 'sku-too-long'; readonly limit: number }
  | { readonly type: 'duplicate-sku'; readonly firstLine: number }
  | { readonly type: 'name-missing' }
  | { readonly type: 'text-too-long'; readonly limit: number }
  | { readonly type: 'price-missing' }
  | { readonly type: 'price-not-a-number' }
  | { readonly type: 'price-in-other-currency'; readonly currency: string; readonly bookCurrency: string }
  | { readonly type: 'price-negative' }
  /** Zero: a price list that gives a product away by mistake costs more than a row put right. */
  | { readonly type: 'price-not-positive' }
  | { readonly type: 'price-too-precise'; readonly limit: number }
  | { readonly type: 'price-too-large' };

export interface BadRow {
  /** Of the file, from 1, where the row begins. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: RowReason;
}

export interface GoodRow {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly vendor: string;
  readonly family: string;
  readonly price: string;
}

const limits = { sku: 64, name: 300, description: 10_000, vendor: 120, family: 80 } as const;

type Cells = Readonly<Record<ImportField, string>>;
type Wrong = { readonly field: ImportField; readonly reason: RowReason };

/** One row of the file as a product and its price; the first thing wrong with it otherwise. */
export function readRow(cells: Cells, options: ImportOptions): Result<GoodRow, Wrong> {
  const sku = shortSku(cleanText(cells.sku));
  if (sku === '') return wrong('sku', { type: 'sku-missing' });
  if (sku.length > limits.sku) return wrong('sku', { type: 'sku-too-long', limit: limits.sku });
  const name = cleanText(cells.name);
  if (name === '') return wrong('name', { type: 'name-missing' });
  const description = cleanText(cells.description);
  const vendor = cleanText(cells.vendor);
  const family = cleanText(cells.family) || options.family;
  const texts = { name, description, vendor, family };
  for (const field of ['name', 'description', 'vendor', 'family'] as const) {
    if (texts[field].length > limits[field])
      return wrong(field, { type: 'text-too-long', limit: limits[field] });
  }
  const price = readPrice(cells.price, options);
  if (!price.ok) return wrong('price', price.error);
  return ok({ sku, ...texts, price: price.value });
}

const wrong = (field: ImportField, reason: RowReason) => err({ field, reason });

/** A web address stands for its last part: shops use their feed's addresses as ids. */
export function shortSku(text: string): string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return text;
  const last = new URL(text).pathname.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // a stray % is part of the id
  }
}

/**
 * A price in plain decimal notation ("1234.5", or "1234,5" with the comma option), as a decimal string (PR-1). The book's own currency code may
 * stand before or after it. Anything that could be read in two ways, such as a thousands separator, is refused.
 */
export function readPrice(
  cell: string,
  { currency, decimal }: Pick<ImportOptions, 'currency' | 'decimal'>,
): Result<string, RowReason> {
  const text = cleanText(cell).replaceAll('−', '-');
  if (text === '') return err({ type: 'price-missing' });
  const parts = /^(?<before>\p{L}{3})?\s*(?<number>[^\p{L}]+?)\s*(?<after>\p{L}{3})?$/u.exec(text)?.groups;
  const number = (parts?.['number'] ?? text).trim();
  const code = (parts?.['before'] ?? parts?.['after'])?.toUpperCase();
  const pattern = decimal === ',' ? /^(-?)(\d*)(?:,(\d*))?$/ : /^(-?)(\d*)(?:\.(\d*))?$/;
  const [, sign = '', whole = '', fraction = ''] = pattern.exec(number) ?? [];
  if (whole === '' && fraction === '') return err({ type: 'price-not-a-number' });
  if (code !== undefined && code !== currency)
    return err({ type: 'price-in-other-currency', currency: code, bookCurrency: currency });
  const isZero = /^0*$/.test(whole) && /^0*$/.test(fraction);
  if (isZero) return err({ type: 'price-not-positive' });
  if (sign === '-') return err({ type: 'price-negative' });
  // Zeros at the end say nothing: "38.990000000" has two decimals.
  const digits = fraction.length > 6 ? fraction.replace(/0+$/, '') : fraction;
  if (digits.length > 6) return err({ type: 'price-too-precise', limit: 6 });
  const price = `${whole.replace(/^0+(?=\d)/, '') || '0'}${digits === '' ? '' : `.${digits}`}`;
  return priceSchema.safeParse(price).success ? ok(price) : err({ type: 'price-too-large' });
}

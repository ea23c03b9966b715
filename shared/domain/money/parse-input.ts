import { err, ok, type Result } from '../../lib/result';
import type { Decimal } from './amount';
import { compare } from './exact';
import { trimDecimals } from './format-decimal';
import { decimal } from './parse-decimal';
import { readNumber } from './read-number';

/** What a field takes: the limits of the schemas in amount.ts, as a person can be told them. */
const limits = {
  quantity: { decimals: 3, max: '9999999' },
  price: { decimals: 6, max: '999999999999999999' },
  percent: { decimals: 6, max: '100' },
  markup: { decimals: 6, max: '9999' },
} as const;
export type InputKind = keyof typeof limits;

export type InputError =
  | { readonly type: 'empty' }
  | { readonly type: 'not-a-number' }
  | { readonly type: 'negative' }
  | { readonly type: 'too-many-decimals'; readonly max: number }
  | { readonly type: 'too-large'; readonly max: Decimal };

/**
 * PR-114: a number as people type and paste it, "1 234,50", "12%", "1e3", to the decimal text the schemas take ("1234.5"). `locale` is
 * the BCP 47 tag of the user interface; it decides only what is ambiguous. Never rounds: what does not fit is an error.
 */
export function parseInput(text: string, kind: InputKind, locale: string): Result<Decimal, InputError> {
  const bare = stripSigns(text.normalize('NFKC').trim(), kind);
  if (bare === '') return err({ type: 'empty' });
  const read = readNumber(bare.replace(/^[-\u2212]\s*/, ''), locale);
  if (read === undefined) return err({ type: 'not-a-number' });

  const { decimals, max } = limits[kind];
  const number = trimDecimals(read, 0);
  if (/^[-\u2212]/.test(bare) && number !== '0') return err({ type: 'negative' });
  if (compare(decimal(number), decimal(max)) > 0) return err({ type: 'too-large', max });
  if ((number.split('.')[1]?.length ?? 0) > decimals) {
    return err({ type: 'too-many-decimals', max: decimals });
  }
  return ok(number);
}

/** Takes off the sign a field's numbers may carry: % of a percentage, the currency of a price. */
function stripSigns(text: string, kind: InputKind): string {
  switch (kind) {
    case 'quantity':
      return text;
    case 'price':
      return text.replace(/^\p{Sc}\s*|\s*\p{Sc}$/gu, '');
    case 'percent':
    case 'markup':
      return text.replace(/\s*%$/, '');
    default:
      return kind satisfies never;
  }
}

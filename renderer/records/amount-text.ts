import type { Decimal } from '#shared/domain/money/amount';
import { parseInput } from '#shared/domain/money/parse-input';
import type { FieldProblem } from '#shared/lib/field-problems';
import type { ReadText } from '../ui/inline-edit';

/** Reads an estimate as people type it (PR-114), exactly and text to text (PR-1). */
export function readAmount(typed: string, locale: string): ReadText<FieldProblem> {
  const read = parseInput(typed, 'price', locale);
  if (read.ok) return { ok: true, value: read.value };
  return { ok: false, problem: { type: read.error.type === 'empty' ? 'required' : 'invalid' } };
}

/** A decimal string as it is put into the field for editing: the language's decimal sign, no grouping. */
export const amountForEditing = (value: Decimal, locale: string): string =>
  value.replace('.', decimalSign(locale));

const decimalSign = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';

import { nonNegativeDecimalSchema, type Decimal } from '#shared/domain/money/amount';
import type { FieldProblem } from '#shared/lib/field-problems';
import type { ReadText } from '../../ui/inline-edit';

/**
 * Reads an estimate as people type it ("12 500,50", "12,500.50", "12500") into a decimal string, exactly: text to text, no number
 * in between (PR-1). With one kind of separator only, the locale says whether "1,234" is a thousand or one and a bit.
 */
export function readAmount(typed: string, locale: string): ReadText<FieldProblem> {
  const text = typed.trim().replaceAll(/[\s\u00a0\u202f'’]/g, '');
  if (text === '') return { ok: false, problem: { type: 'required' } };
  const decimal = withDecimalPoint(text, locale);
  const value = decimal === undefined ? undefined : canonical(decimal);
  return value !== undefined && nonNegativeDecimalSchema.safeParse(value).success
    ? { ok: true, value }
    : { ok: false, problem: { type: 'invalid' } };
}

/** A decimal string as it is put into the field for editing: the locale's decimal sign, no grouping. */
export const amountForEditing = (value: Decimal, locale: string): string =>
  value.replace('.', decimalSign(locale));

/** The text with a point as its only separator, or nothing when the separators make no sense. */
function withDecimalPoint(text: string, locale: string): string | undefined {
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  if (last === -1) return text;
  const sign = text.charAt(last);
  const other = sign === ',' ? '.' : ',';
  const whole = text.slice(0, last);
  const fraction = text.slice(last + 1);
  const isDecimalSign =
    !whole.includes(sign) && (whole.includes(other) || sign === decimalSign(locale) || fraction.length !== 3);
  if (!isDecimalSign) return isGrouped(text, sign) ? text.replaceAll(sign, '') : undefined;
  if (whole.includes(other) && !isGrouped(whole, other)) return undefined;
  return `${whole.replaceAll(other, '')}.${fraction}`;
}

const isGrouped = (text: string, sign: string): boolean => {
  const [first = '', ...groups] = text.split(sign);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
};

/** Without leading zeros and without a fraction of zeros only, so that the same amount is the same text. */
function canonical(decimal: string): string | undefined {
  const parts = /^(\d*)(?:\.(\d*))?$/.exec(decimal);
  if (!parts || (parts[1] === '' && (parts[2] ?? '') === '')) return undefined;
  const whole = (parts[1] ?? '').replace(/^0+(?=\d)/, '') || '0';
  const fraction = parts[2] ?? '';
  return /^0*$/.test(fraction) ? whole : `${whole}.${fraction}`;
}

const decimalSign = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';

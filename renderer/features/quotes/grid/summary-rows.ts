import type { PricedTotals } from '#shared/domain/pricing/priced';

/** Fixed under the lines: where the next line is typed, and the totals. */
export type SummaryRow =
  | { readonly kind: 'add' }
  | { readonly kind: 'net'; readonly totals: PricedTotals | null; readonly lines: number }
  | { readonly kind: 'gross'; readonly totals: PricedTotals | null };

export function summaryRows(
  totals: PricedTotals | null,
  lines: number,
  editable: boolean,
): readonly SummaryRow[] {
  const add: readonly SummaryRow[] = editable ? [{ kind: 'add' }] : [];
  return [...add, { kind: 'net', totals, lines }, { kind: 'gross', totals }];
}

import type { Order } from '#shared/domain/order/order';
import { differenceOf, type DriftLine } from '#shared/domain/quote/price-drift';
import { maxLineDifferences, type Rejection } from '#shared/mutations/rejection';

export interface ComparedOrderLine {
  readonly lineId: string;
  readonly sku: string;
  readonly description: string;
  readonly quantity: string;
  readonly ordered: string;
  /** What the vendor's book, or the vendor's own calculation, says; null: it has no price, or nobody knows. */
  readonly now: string | null;
  readonly difference: string | null;
  /** Why, where the books on this device tell. */
  readonly drift: DriftLine | null;
}

type Mismatch = Extract<Rejection, { type: 'price-mismatch' }>;

/**
 * PR-33: what was ordered, line by line, beside what the vendor says now: its own figures where it gave them, else those of its newest book on
 * this device. `drift` null: that book is not here. Lines that differ come first.
 */
export function compareOrder(
  lines: Order['lines'],
  drift: readonly DriftLine[] | null,
  mismatch: Mismatch | null,
): readonly ComparedOrderLine[] {
  const told = new Map(mismatch?.differences?.map((line) => [line.lineId, line]));
  // The vendor names the first few: with all of them taken, nobody knows about the rest.
  const unnamed = (sellNet: string) => (told.size < maxLineDifferences ? sellNet : null);
  const fresh = new Map(drift?.map((row) => [row.line.id, row]));
  return lines
    .map(({ lineId, sku, description, quantity, sellNet }): ComparedOrderLine => {
      const own = told.get(lineId);
      const row = fresh.get(lineId) ?? null;
      const now = own ? (own.server?.sell ?? null) : told.size > 0 ? unnamed(sellNet) : nowOf(row);
      const difference = now === null ? null : differenceOf(sellNet, now);
      return { lineId, sku, description, quantity, ordered: sellNet, now, difference, drift: row };
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** An order commits to nothing of what is only billed by use. */
function nowOf(row: DriftLine | null): string | null {
  if (!row?.after) return null;
  return row.after.charge.kind === 'usage' ? '0' : row.after.sellLine;
}

const isZero = (amount: string): boolean => !/[1-9]/.test(amount);
const rank = ({ difference }: ComparedOrderLine): number =>
  difference === null ? 0 : isZero(difference) ? 2 : 1;

/** Whether anything is different at all: if not, the order was refused for its time, not for its prices. */
export const differs = (lines: readonly ComparedOrderLine[]): boolean => lines.some((line) => rank(line) < 2);

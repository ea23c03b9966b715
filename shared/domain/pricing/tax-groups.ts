import { allocate } from '../money/allocate';
import type { Exact } from '../money/exact';
import { rounding } from '../money/round';
import type { RoundingMode } from '../money/rounding-mode';
import type { TaxRate } from './tax-rate';

export interface TaxedLine {
  readonly category: string;
  readonly rate: TaxRate;
  /** Whole minor units; with the tax inside where prices include it. */
  readonly amount: bigint;
}

export interface TaxedGroup {
  readonly category: string;
  readonly rate: TaxRate;
  readonly net: bigint;
  readonly tax: bigint;
}

/** The tax on a net amount, or the tax inside a gross one, rounded once. Whole minor units. */
export function taxOn(amount: bigint, rate: Exact, included: boolean, mode: RoundingMode): bigint {
  const hundred = rate.d * 100n;
  return rounding(mode)(amount * rate.n, included ? hundred + rate.n : hundred);
}

/**
 * PR-40 (EN 16931): one tax per (category, rate) group on the sum of its lines, groups by category and rate. Where prices include tax
 * the group's net is its gross less its tax, allocated over the lines (PR-4, PR-108); credits have a net of their own together, and the
 * other lines the rest (PR-163). `nets` follow the order of `lines`.
 */
export function taxGroups(
  lines: readonly TaxedLine[],
  included: boolean,
  mode: RoundingMode,
): { readonly groups: readonly TaxedGroup[]; readonly nets: readonly bigint[] } {
  const members = new Map<string, number[]>();
  lines.forEach(({ category, rate }, index) => {
    const key = `${rate.percent} ${category}`;
    const group = members.get(key);
    if (group) group.push(index);
    else members.set(key, [index]);
  });

  const nets = lines.map(({ amount }) => amount);
  const groups: TaxedGroup[] = [];
  for (const indexes of members.values()) {
    const own = indexes.flatMap((index) => lines[index] ?? []);
    const first = own[0];
    if (!first) continue;
    const sum = own.reduce((total, { amount }) => total + amount, 0n);
    const tax = taxOn(sum, first.rate.exact, included, mode);
    const net = included ? sum - tax : sum;
    if (included) {
      const credited = own.reduce((total, { amount }) => (amount < 0n ? total + amount : total), 0n);
      const creditNet = credited - taxOn(credited, first.rate.exact, true, mode);
      const credits = allocate(
        -creditNet,
        own.map(({ amount }) => (amount < 0n ? -amount : 0n)),
      );
      const others = allocate(
        net - creditNet,
        own.map(({ amount }) => (amount < 0n ? 0n : amount)),
      );
      const parts = own.map((_, at) => (others[at] ?? 0n) - (credits[at] ?? 0n));
      parts.forEach((part, at) => {
        nets[indexes[at] ?? -1] = part;
      });
    }
    groups.push({ category: first.category, rate: first.rate, net, tax });
  }
  return { groups: groups.sort(byCategoryAndRate), nets };
}

/** By code point, not by locale: the same on every device. */
function byCategoryAndRate(a: TaxedGroup, b: TaxedGroup): number {
  if (a.category !== b.category) return a.category < b.category ? -1 : 1;
  return a.rate.percent < b.rate.percent ? -1 : 1;
}

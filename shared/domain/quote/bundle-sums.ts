import type { BundleShare } from '../pricing/line-to-price';
import type { DraftedLine } from './drafted-line';

/**
 * PR-14, PR-154: what each bundle's line and its parts come to together, by line id. Counted are the parts that are in the totals when the
 * bundle is; not what is charged by use, and not what has no price.
 */
export function bundleSums(
  lines: readonly { readonly drafted: DraftedLine; readonly net: bigint }[],
): ReadonlyMap<string, BundleShare> {
  const sums = new Map<string, BundleShare>();
  const own = new Map(lines.map((line) => [line.drafted.resolved.line.id, line.drafted]));
  for (const { drafted } of lines) {
    const { line, product } = drafted.resolved;
    if (product.bundle) sums.set(line.id, { list: 0n, buy: 0n, sell: 0n });
  }
  for (const { drafted, net } of lines) {
    const { line, place, product } = drafted.resolved;
    const id = place?.parent.id ?? line.id;
    const sum = sums.get(id);
    if (!sum) continue;
    if (place && (product.charge.kind === 'usage' || drafted.outside !== own.get(id)?.outside)) continue;
    const { listLine, buyLine } = drafted.draft;
    sums.set(id, { list: sum.list + listLine, buy: sum.buy + buyLine, sell: sum.sell + net });
  }
  return sums;
}

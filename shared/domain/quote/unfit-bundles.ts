import { findBundleIssues } from '../catalog/configuration/find-bundle-issues';
import { situationOf, type ProductOf } from '../catalog/configuration/situation';
import { outsideTotals } from './outside-totals';
import { linesOf, type Quote, type QuoteLine } from './quote';

/**
 * PR-180: SKUs of the bundles in the totals that hold what their product does not allow, and of parts that are of no bundle, each once. The
 * engine prices what stands there: parts that cost nothing, or share one price, would be given away in any number.
 */
export function unfitBundles(quote: Pick<Quote, 'items'>, productOf: ProductOf): readonly string[] {
  const all = linesOf(quote);
  const isOutside = outsideTotals(all);
  const parents = new Set(all.map(({ component }) => component?.parentId));
  // What a contract has is put together already, and what is given back is no bundle any more.
  const isSettled = ({ id, contractChange }: QuoteLine): boolean =>
    contractChange?.action === 'reduce' || (contractChange?.action === 'renew' && !parents.has(id));
  const lines = all.filter((line) => !isOutside(line) && !isSettled(line));
  const byId = new Map(lines.map((line) => [line.id, line]));
  const skus = findBundleIssues(situationOf(lines, productOf)).flatMap(({ lineIds: [first = ''] }) => {
    const line = byId.get(first);
    return (byId.get(line?.component?.parentId ?? first) ?? line)?.sku ?? [];
  });
  return [...new Set(skus)];
}

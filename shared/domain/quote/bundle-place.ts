import { err, ok, type Result } from '../../lib/result';
import { bundleOption, type Bundle, type BundleOption } from '../catalog/bundle';
import type { Product } from '../catalog/product';
import type { LineProblem } from '../pricing/priced';
import type { QuoteLine } from './quote';

/** PR-14: of what bundle a line is which part. */
export interface BundlePlace {
  readonly parent: QuoteLine;
  readonly bundle: Bundle;
  readonly option: BundleOption;
}

type Why = Extract<LineProblem, { type: 'invalid-bundle' }>['why'];
const invalid = (why: Why) => err({ type: 'invalid-bundle', why } as const);

/** PR-14, PR-150: finds a line's place in its bundle; null for a line that is no part of one. A bundle that contains itself has none. */
export function bundlePlaces(
  lines: readonly QuoteLine[],
  product: (sku: string) => Product | undefined,
): (line: QuoteLine) => Result<BundlePlace | null, LineProblem> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const containsItself = circularBundles(product);

  return (line) => {
    if (containsItself(line.sku)) return invalid('circular');
    if (!line.component) return ok(null);
    const { parentId, optionId } = line.component;
    const parent = byId.get(parentId);
    if (!parent) return invalid('parent-missing');
    if (leadsBack(line, byId)) return invalid('circular');
    if (parent.component) return invalid('nested');
    const bundle = product(parent.sku)?.bundle;
    if (!bundle) return invalid('not-a-bundle');
    if (containsItself(parent.sku)) return invalid('circular');
    const option = bundleOption(bundle, optionId);
    if (option?.sku !== line.sku) return invalid('option-unknown');
    return ok({ parent, bundle, option });
  };
}

/** Whether a line is above itself. */
function leadsBack(line: QuoteLine, byId: ReadonlyMap<string, QuoteLine>): boolean {
  const seen = new Set<string>();
  let above = line.component?.parentId;
  while (above !== undefined && !seen.has(above)) {
    if (above === line.id) return true;
    seen.add(above);
    above = byId.get(above)?.component?.parentId;
  }
  return false;
}

/** Whether a product's bundle holds the product again, at any depth. */
function circularBundles(product: (sku: string) => Product | undefined): (sku: string) => boolean {
  const known = new Map<string, boolean>();
  const optionsOf = (sku: string): string[] =>
    product(sku)?.bundle?.groups.flatMap(({ options }) => options.map((option) => option.sku)) ?? [];
  const reachesItself = (sku: string): boolean => {
    const reached = new Set(optionsOf(sku));
    for (const part of reached) for (const deeper of optionsOf(part)) reached.add(deeper);
    return reached.has(sku);
  };
  return (sku) => {
    const answer = known.get(sku) ?? reachesItself(sku);
    known.set(sku, answer);
    return answer;
  };
}

import type { ProductOf } from './situation';

/** The way from a bundle through the bundles it holds back to itself, both ends named; undefined when it is not circular. */
export function circularPath(sku: string, productOf: ProductOf): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (at: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(at)) return at === sku ? [...path, at] : undefined;
    if (done.has(at)) return undefined;
    for (const option of productOf(at)?.bundle?.groups.flatMap(({ options }) => options) ?? []) {
      const found = visit(option.sku, [...path, at]);
      if (found) return found;
    }
    done.add(at);
    return undefined;
  };
  return visit(sku, []);
}

import { add, compare, multiply, zero, type Exact } from '../../money/exact';
import { parseDecimal } from '../../money/parse-decimal';
import { bundleOption } from '../bundle';
import type { ConstraintTarget } from '../constraint';
import type { Product } from '../product';
import type { ConfiguredLine } from './configured-line';

export type ProductOf = (sku: string) => Product | undefined;

/** A line that the quote commits to, with all its units: of a part of a bundle those of all the bundles (PR-14). */
export interface CountedLine {
  readonly line: ConfiguredLine;
  readonly product: Product;
  readonly units: Exact;
}

/** The lines, looked up from every side. Optional lines and alternatives not chosen are checked once they count. */
export interface Situation {
  readonly lines: readonly ConfiguredLine[];
  readonly productOf: ProductOf;
  readonly line: (id: string) => ConfiguredLine | undefined;
  readonly componentsOf: (parentId: string) => readonly ConfiguredLine[];
  readonly counted: readonly CountedLine[];
  /** Counted lines of the target. */
  readonly ofTarget: (target: ConstraintTarget) => readonly CountedLine[];
}

/** Text that is no figure counts as nothing: pricing says what is wrong with it. */
export const unitsIn = (text: string): Exact => parseDecimal(text) ?? zero;

export const sumOf = (lines: readonly CountedLine[]): Exact =>
  lines.reduce((sum, { units }) => add(sum, units), zero);

/** PR-143: what grows is looked at when there is most of it. */
const atItsMost = (line: ConfiguredLine): ConfiguredLine => {
  const [first, ...later] = line.term?.ramp ?? [];
  if (!first) return line;
  const most = later.reduce(
    (most, run) => (compare(unitsIn(run.quantity), unitsIn(most.quantity)) > 0 ? run : most),
    first,
  );
  return { ...line, quantity: most.quantity };
};

export function situationOf(given: readonly ConfiguredLine[], productOf: ProductOf): Situation {
  const lines = given.map(atItsMost);
  const byId = new Map(lines.map((line) => [line.id, line]));
  const components = new Map<string, ConfiguredLine[]>();
  for (const line of lines) {
    if (line.component) push(components, line.component.parentId, line);
  }
  const counts = (line: ConfiguredLine): boolean => {
    if (line.optional || line.alternative?.chosen === false) return false;
    const parent = line.component ? byId.get(line.component.parentId) : undefined;
    return !parent || (!parent.optional && parent.alternative?.chosen !== false);
  };
  const counted = lines.flatMap((line): CountedLine[] => {
    const product = productOf(line.sku);
    return product && counts(line) ? [{ line, product, units: unitsOf(line, byId, productOf) }] : [];
  });
  const bySku = new Map<string, CountedLine[]>();
  const byFamily = new Map<string, CountedLine[]>();
  for (const line of counted) {
    push(bySku, line.product.sku, line);
    push(byFamily, line.product.family, line);
  }
  return {
    lines,
    productOf,
    line: (id) => byId.get(id),
    componentsOf: (parentId) => components.get(parentId) ?? [],
    counted,
    ofTarget: ({ skus, family }) => {
      const named = skus.flatMap((sku) => bySku.get(sku) ?? []);
      const ofFamily = family === null ? [] : (byFamily.get(family) ?? []);
      return named.length === 0 ? ofFamily : [...new Set([...named, ...ofFamily])];
    },
  };
}

function unitsOf(
  line: ConfiguredLine,
  byId: ReadonlyMap<string, ConfiguredLine>,
  productOf: ProductOf,
): Exact {
  const own = unitsIn(line.quantity);
  const parent = line.component ? byId.get(line.component.parentId) : undefined;
  return parent && scalesWith(parent, line, productOf) ? multiply(own, unitsIn(parent.quantity)) : own;
}

/** Whether the component's quantity is for each of the bundles. */
export function scalesWith(parent: ConfiguredLine, component: ConfiguredLine, productOf: ProductOf): boolean {
  const bundle = productOf(parent.sku)?.bundle;
  const option =
    bundle && component.component ? bundleOption(bundle, component.component.optionId) : undefined;
  return option?.scaling === 'per-bundle';
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

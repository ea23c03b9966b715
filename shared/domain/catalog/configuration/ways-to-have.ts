import { compare, divide, multiply, zero, type Exact } from '../../money/exact';
import type { ConstraintTarget } from '../constraint';
import type { Product } from '../product';
import type { ConfigurationChange } from './configured-line';
import { plus, quantityText, wholeUnits } from './quantities';
import { unitsIn, type CountedLine, type Situation } from './situation';

/** More ways than these are no help to a person. */
const mostWays = 6;

/**
 * Ways to have `missing` more of the target: an optional line taken, a part of the bundle that asks for it, more of a line that is
 * there, a new line. `worth` says how much a unit counts for; null: one.
 */
export function waysToHave(
  target: ConstraintTarget,
  missing: Exact,
  worth: (product: Product) => Exact | null,
  carriers: readonly CountedLine[],
  situation: Situation,
): readonly (readonly ConfigurationChange[])[] {
  const unitsOf = (product: Product, each: Exact = { n: 1n, d: 1n }): string => {
    const value = worth(product);
    // One is enough of what may come in parts ("0.5 h"), so only what has a worth is counted in whole units.
    const units = value ? divide(missing, multiply(value, each)) : divide(missing, each);
    return value || each.n !== each.d ? wholeUnits(units) : quantityText(units);
  };
  const asParts = parts(target, carriers, situation, unitsOf);
  const inBundle = new Set(
    asParts.flatMap((way) => way.map((change) => ('sku' in change ? change.sku : ''))),
  );
  const beside = { ...target, skus: target.skus.filter((sku) => !inBundle.has(sku)) };
  return [
    ...optionalLines(target, situation),
    ...asParts,
    ...moreOf(target, carriers, situation, unitsOf),
    ...newLines(beside, carriers, situation, unitsOf),
  ].slice(0, mostWays);
}

type UnitsOf = (product: Product, each?: Exact) => string;
type Ways = (readonly ConfigurationChange[])[];

function optionalLines({ skus, family }: ConstraintTarget, { lines, productOf }: Situation): Ways {
  return lines.flatMap(({ id, sku, optional, component }) =>
    optional && !component && (skus.includes(sku) || (family !== null && productOf(sku)?.family === family))
      ? [[{ kind: 'take-line', lineId: id } as const]]
      : [],
  );
}

/** What the carrier's own bundle offers belongs in it rather than beside it. */
function parts(
  { skus }: ConstraintTarget,
  carriers: readonly CountedLine[],
  situation: Situation,
  unitsOf: UnitsOf,
): Ways {
  const parentIds = new Set(carriers.map(({ line }) => line.component?.parentId ?? line.id));
  return [...parentIds].flatMap((parentId) => {
    const parent = situation.line(parentId);
    const bundle = parent && situation.productOf(parent.sku)?.bundle;
    if (!parent || !bundle) return [];
    const taken = new Set(situation.componentsOf(parentId).map(({ component }) => component?.optionId));
    return bundle.groups
      .flatMap(({ options }) => options)
      .flatMap(({ id: optionId, sku, quantity: usual, min, scaling }) => {
        const product = situation.productOf(sku);
        if (!skus.includes(sku) || taken.has(optionId) || !product) return [];
        const bundles = unitsIn(parent.quantity);
        const each = scaling === 'per-bundle' && compare(bundles, zero) > 0 ? bundles : undefined;
        const wanted = unitsOf(product, each);
        const quantity = [usual, min ?? '0', wanted].reduce((most, text) =>
          compare(unitsIn(text), unitsIn(most)) > 0 ? text : most,
        );
        return [[{ kind: 'add-component', parentId, optionId, sku, quantity } as const]];
      });
  });
}

function moreOf(
  target: ConstraintTarget,
  carriers: readonly CountedLine[],
  situation: Situation,
  unitsOf: UnitsOf,
): Ways {
  const own = new Set(carriers.map(({ line }) => line.id));
  return situation.ofTarget(target).flatMap(({ line, product }) => {
    if (own.has(line.id)) return [];
    const parent = line.component ? situation.line(line.component.parentId) : undefined;
    const bundles = parent ? unitsIn(parent.quantity) : zero;
    const option =
      parent &&
      situation
        .productOf(parent.sku)
        ?.bundle?.groups.flatMap(({ options }) => options)
        .find(({ id }) => id === line.component?.optionId);
    const each = option?.scaling === 'per-bundle' && compare(bundles, zero) > 0 ? bundles : undefined;
    const quantity = plus(unitsIn(line.quantity), unitsOf(product, each));
    return [[{ kind: 'set-quantity', lineId: line.id, quantity } as const]];
  });
}

function newLines(
  { skus }: ConstraintTarget,
  carriers: readonly CountedLine[],
  { productOf, ofTarget }: Situation,
  unitsOf: UnitsOf,
): Ways {
  const first = carriers[0]?.line;
  const after = first?.component?.parentId ?? first?.id ?? null;
  return skus.flatMap((sku) => {
    const product = productOf(sku);
    const own = carriers.some((carrier) => carrier.product.sku === sku);
    // Of what is there already, its line takes more instead.
    const there = ofTarget({ skus: [sku], family: null }).some(({ line }) => !line.component);
    if (!product || own || there) return [];
    return [[{ kind: 'add-line', sku, quantity: unitsOf(product), after } as const]];
  });
}

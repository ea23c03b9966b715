import type { Constraint, ConstraintTarget } from '../constraint';
import type { Localized } from '../localized';
import type { Product } from '../product';
import type { ProductOf } from './situation';

export interface Collision {
  readonly sku: string;
  readonly explanation: Localized;
}

/** A product that is sure to be there; of a target that names only a family no more is known than that. */
interface Member {
  readonly sku: string | null;
  readonly family: string | null;
  readonly constraints: readonly Constraint[];
}

/** However many ways there are to satisfy everything, so many are tried; what takes longer is not called contradictory. */
const patience = 500;

const memberOf = ({ sku, family, constraints = [] }: Product): Member => ({ sku, family, constraints });

const isIn = ({ skus, family }: ConstraintTarget, member: Member): boolean =>
  (member.sku !== null && skus.includes(member.sku)) || (family !== null && family === member.family);

/**
 * CAT-4: why the product cannot stand in any quote, because what it requires (itself, or by way of what it requires) excludes it or is
 * excluded; undefined when it can, as far as is known. The constraints of the first attempt, in their order.
 */
export function contradictionOf(product: Product, productOf: ProductOf): readonly Collision[] | undefined {
  let left = patience;
  let collision: readonly Collision[] | undefined;

  const clash = (member: Member, others: readonly Member[]): Collision | undefined => {
    for (const other of others) {
      for (const [a, b] of [
        [member, other],
        [other, member],
      ] as const) {
        const broken = a.constraints.find(({ kind, target }) => kind === 'excludes' && isIn(target, b));
        if (broken) return { sku: a.sku ?? '', explanation: broken.explanation };
      }
    }
    return undefined;
  };

  /** Whether all that the members require can be found, each next to all the others. */
  const canStand = (members: readonly Member[], why: readonly Collision[]): boolean => {
    left -= 1;
    if (left <= 0) return true;
    for (const member of members) {
      for (const constraint of member.constraints) {
        if (constraint.kind !== 'requires') continue;
        const { target, explanation } = constraint;
        if (members.some((other) => other !== member && isIn(target, other))) continue;
        const reasons = [...why, { sku: member.sku ?? '', explanation }];
        return candidates(target, productOf).some((candidate) => {
          const broken = clash(candidate, members);
          if (broken) collision ??= [...reasons, broken];
          return !broken && canStand([...members, candidate], reasons);
        });
      }
    }
    return true;
  };

  if (!product.constraints?.some(({ kind }) => kind === 'requires')) return undefined;
  return canStand([memberOf(product)], []) ? undefined : collision;
}

/** What would satisfy the target. A SKU that is not on this device may be anything, so it stands in no one's way. */
function candidates({ skus, family }: ConstraintTarget, productOf: ProductOf): Member[] {
  const named = skus.map((sku): Member => {
    const known = productOf(sku);
    return known ? memberOf(known) : { sku, family: null, constraints: [] };
  });
  return family === null ? named : [...named, { sku: null, family, constraints: [] }];
}

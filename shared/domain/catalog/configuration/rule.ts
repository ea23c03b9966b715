import type { Constraint } from '../constraint';
import type { CountedLine } from './situation';

/** The lines whose product has the constraint. Products that share a rule give it the same id and target: it is then one rule for all. */
export interface Rule<C extends Constraint = Constraint> {
  readonly constraint: C;
  readonly carriers: readonly CountedLine[];
}

export const keyOf = ({ kind, id, target }: Constraint): string =>
  `${kind}:${id}:${target.family ?? ''}:${target.skus.join(' ')}`;

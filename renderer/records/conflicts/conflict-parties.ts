import type { EditConflict } from '#shared/domain/deal/edit-conflict';

/** Who stands against whom, seen by the person who looks. */
export type Parties =
  /** The looking person's value is the one in the record, or the later one. `other`: the other's id; null: not known. */
  | { readonly kind: 'mine'; readonly mine: 'kept' | 'other'; readonly other: string | null }
  /** Both are the looking person's, on two devices. */
  | { readonly kind: 'both-mine' }
  /** Both are the same colleague's. */
  | { readonly kind: 'same'; readonly person: string }
  | { readonly kind: 'others'; readonly kept: string | null; readonly other: string };

/** SY-14: who changed the same thing, from the point of view of `userId`. */
export function partiesOf({ keptBy, otherBy }: EditConflict, userId: string): Parties {
  if (keptBy === otherBy)
    return otherBy === userId ? { kind: 'both-mine' } : { kind: 'same', person: otherBy };
  if (otherBy === userId) return { kind: 'mine', mine: 'other', other: keptBy };
  if (keptBy === userId) return { kind: 'mine', mine: 'kept', other: otherBy };
  return { kind: 'others', kept: keptBy, other: otherBy };
}

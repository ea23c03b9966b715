import type { BothChanged, EditConflict } from '#shared/domain/deal/edit-conflict';

export type Took = NonNullable<EditConflict['settled']>['took'][number];

/** Each choice is for one of the conflict's `both`, in their order; nothing chosen: what stands stays. */
export const tookOf = (conflict: EditConflict, chosen: Readonly<Record<number, Took>>): Took[] =>
  conflict.both.map((_both, at) => chosen[at] ?? 'kept');

export const allOf = (conflict: EditConflict, took: Took): Readonly<Record<number, Took>> =>
  Object.fromEntries(conflict.both.map((_both, at) => [at, took]));

/** What the record's fields hold now, where that is neither of the two any more: a third change came after them. null: it is one of them. */
export function changedSince(
  { fields, kept, other }: BothChanged,
  record: Readonly<Record<string, string | null | undefined>>,
): readonly string[] | null {
  const now = fields.map((field) => record[field] ?? '');
  const is = (values: readonly string[]) => now.every((value, at) => value === (values[at] ?? ''));
  return is(kept) || is(other) ? null : now;
}

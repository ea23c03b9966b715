import type { Matches } from './match';
import { addAll, addRow, countRows, eachCommonRow, emptyRowSet, removeAll, type RowSet } from './row-set';

/** What was found, best class first: exact SKU, SKU prefix, all words whole in names, all words begun in names, other fields. */
export const rankClasses = (exactSku: RowSet, skuPrefix: RowSet, matches: Matches): readonly RowSet[] => [
  exactSku,
  skuPrefix,
  matches.word,
  matches.name,
  matches.any,
];

export interface Ranked {
  /** Ordinals, best first, at most `limit`. */
  readonly ordinals: readonly number[];
  readonly total: number;
}

/** Takes each row once, in its best class; within a class by ordinal, which is shorter name first. */
export function rank(classes: readonly RowSet[], limit: number, keep?: (ordinal: number) => boolean): Ranked {
  const size = classes[0]?.length ?? 0;
  const all = emptyRowSet(size * 32);
  for (const set of classes) addAll(all, set);
  const rest = keep ? filtered(all, keep) : all;
  const total = countRows(rest);
  const ordinals: number[] = [];
  for (const set of classes) {
    if (ordinals.length >= limit) break;
    eachCommonRow(set, rest, (ordinal) => {
      ordinals.push(ordinal);
      return ordinals.length < limit;
    });
    removeAll(rest, set);
  }
  return { ordinals, total };
}

function filtered(set: RowSet, keep: (ordinal: number) => boolean): RowSet {
  const kept = emptyRowSet(set.length * 32);
  eachCommonRow(set, set, (ordinal) => {
    if (keep(ordinal)) addRow(kept, ordinal);
    return true;
  });
  return kept;
}

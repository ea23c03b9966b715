import type { CapturedRecord, JournalRecord } from './journal-record';

/** What is left of one segment: work that it holds and that nothing in it has settled, and what it says is done. */
export interface Fold {
  readonly live: Map<string, CapturedRecord>;
  readonly done: Set<string>;
}

export const emptyFold = (): Fold => ({ live: new Map(), done: new Set() });

/** Later records win: work captured again after it was taken back counts. */
export function addToFold({ live, done }: Fold, record: JournalRecord): void {
  if (record.kind === 'captured') {
    live.set(record.editId, record);
    done.delete(record.editId);
  } else {
    live.delete(record.editId);
    done.add(record.editId);
  }
}

export function foldRecords(records: readonly JournalRecord[]): Fold {
  const fold = emptyFold();
  for (const record of records) addToFold(fold, record);
  return fold;
}

/** Several segments of one person: done anywhere is done; the same work in two of them (a compaction cut short) is one. */
export function mergeFolds(folds: readonly Fold[]): Fold {
  const merged = emptyFold();
  for (const { done } of folds) for (const editId of done) merged.done.add(editId);
  for (const { live } of folds) {
    for (const [editId, record] of live) if (!merged.done.has(editId)) merged.live.set(editId, record);
  }
  return merged;
}

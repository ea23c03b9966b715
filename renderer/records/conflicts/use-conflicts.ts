import { useMemo } from 'react';
import type { EditConflict, MergedType } from '#shared/domain/deal/edit-conflict';
import { useRecords } from '../../client/hooks';

export interface Conflicts {
  /** Oldest first: they are decided in the order they came. */
  readonly open: readonly EditConflict[];
  /** Latest first. */
  readonly settled: readonly EditConflict[];
}

/** SY-14: what two people changed to different values in these records of one type, live. undefined: loading. */
export function useConflicts(type: MergedType, ids: readonly string[]): Conflicts | undefined {
  const all = useRecords('editConflict');
  const wanted = ids.join(' ');
  return useMemo(() => {
    const set = new Set(wanted.split(' '));
    const ours = all?.filter(({ recordType, recordId }) => recordType === type && set.has(recordId));
    return (
      ours && {
        open: ours
          .filter(({ state }) => state === 'open')
          .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)),
        settled: ours
          .filter(({ state }) => state === 'settled')
          .toSorted((a, b) => (b.settled?.at ?? '').localeCompare(a.settled?.at ?? '')),
      }
    );
  }, [all, type, wanted]);
}

import { createStore, type StoreApi } from 'zustand/vanilla';

/** Which rows are meant: those ticked, else the one under the cursor. */
export interface Selection {
  readonly activeId: string | null;
  /** Key of the column under the cursor. */
  readonly column: string | null;
  readonly ids: ReadonlySet<string>;
}

export const createSelection = (): StoreApi<Selection> =>
  createStore<Selection>(() => ({ activeId: null, column: null, ids: new Set<string>() }));

export const meantIds = ({ activeId, ids }: Selection): ReadonlySet<string> => {
  if (ids.size > 0) return ids;
  return activeId === null ? new Set() : new Set([activeId]);
};

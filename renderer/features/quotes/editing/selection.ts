import { createStore, type StoreApi } from 'zustand/vanilla';

/** Which rows are meant: those ticked, else the one under the cursor. */
export interface Selection {
  readonly activeId: string | null;
  /** Key of the column under the cursor. */
  readonly column: string | null;
  readonly ids: ReadonlySet<string>;
  /** How the next cell is opened: typing replaces what stands in it, F2 and a double click go on from it. */
  readonly editStart: 'type' | 'continue';
}

export const createSelection = (): StoreApi<Selection> =>
  createStore<Selection>(() => ({ activeId: null, column: null, ids: new Set<string>(), editStart: 'type' }));

export const meantIds = ({ activeId, ids }: Selection): ReadonlySet<string> => {
  if (ids.size > 0) return ids;
  return activeId === null ? new Set() : new Set([activeId]);
};

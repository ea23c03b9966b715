import type { StoreApi } from 'zustand';

/** How this device keeps the person's work, beside what the database says itself. */
export interface StorageState {
  /** SY-2: why nothing is written until the app is opened again; null: all is as it should be. */
  readonly readOnly:
    | null
    | { readonly type: 'low-space' }
    | { readonly type: 'journal-failed'; readonly message: string };
  /** False: this browser has no place for a second copy of unsent work. */
  readonly secondCopy: boolean;
}

export type Storage = StoreApi<StorageState>;

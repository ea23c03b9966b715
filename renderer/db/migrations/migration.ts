import type { Transaction } from 'dexie';

/** One numbered step of the device's database. Steps are never edited once released; a change is a new step (SY-10). */
export interface Migration {
  readonly version: number;
  readonly name: string;
  /** Dexie's index syntax; tables not named stay as they were. */
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

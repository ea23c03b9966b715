import type { Dexie } from 'dexie';

/** Replaced by the database slice. */
export type ClientDatabase = Dexie;

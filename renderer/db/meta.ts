import type { PublicKey } from '#shared/lib/signed-json';
import type { Recovery } from '../journal/reconcile';
import type { Table } from 'dexie';

/** The database's single values. */
export interface MetaValues {
  /** This installation for this person; the server counts `seq` per client (SY-3). */
  clientId: string;
  /** SY-2: this store itself: another one means that it was lost, and the journal is to be done again. */
  storeId: string;
  /** SY-2: the `order` of the last piece of work stored here; the journal has no work of this store up to it that the store never had. */
  journalOrder: number;
  /** What the person was not told yet, or has not dismissed, of work that came back from the journal. */
  recovery: Recovery;
  /** Stands in the numbers of quotes made here. */
  deviceCode: string;
  quoteCounter: number;
  /** Last `seq` given to a mutation. */
  lastSeq: number;
  /** Last `seq` a request to the server ever carried. */
  triedSeq: number;
  /** Last `seq` a pull confirmed. */
  confirmedSeq: number;
  /** Opaque; null before the first pull and after a reset. */
  cookie: string | null;
  /** Instant by this device's clock. */
  lastSuccessAt: string;
  /** The vendor's public keys that manifests are verified with (SY-7). */
  snapshotKeys: readonly PublicKey[];
  /** Deltas whose result was not what the manifest says; the chunks were fetched then. */
  deltasFailed: number;
  /** The version of the app that last read what is aside (SY-10). */
  asideReadBy: string;
  /** What this device is called in the person's list of devices; absent: by its system and browser. */
  deviceName: string;
}

export interface MetaRow {
  readonly key: keyof MetaValues;
  readonly value: MetaValues[keyof MetaValues];
}

/** A database that has them. */
interface WithMeta {
  readonly meta: Table<MetaRow, keyof MetaValues>;
}

export async function getMeta<K extends keyof MetaValues>(
  db: WithMeta,
  key: K,
): Promise<MetaValues[K] | undefined> {
  const row = await db.meta.get(key);
  return row?.value as MetaValues[K] | undefined;
}

export async function setMeta<K extends keyof MetaValues>(
  db: WithMeta,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await db.meta.put({ key, value });
}

import type { ClientDatabase } from './database';

/** The database's single values. */
export interface MetaValues {
  /** This installation for this person; the server counts `seq` per client (SY-3). */
  clientId: string;
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
}

export interface MetaRow {
  readonly key: keyof MetaValues;
  readonly value: MetaValues[keyof MetaValues];
}

export async function getMeta<K extends keyof MetaValues>(
  db: ClientDatabase,
  key: K,
): Promise<MetaValues[K] | undefined> {
  const row = await db.meta.get(key);
  return row?.value as MetaValues[K] | undefined;
}

export async function setMeta<K extends keyof MetaValues>(
  db: ClientDatabase,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await db.meta.put({ key, value });
}

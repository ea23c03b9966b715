import { liveQuery } from 'dexie';
import type { StoreApi } from 'zustand';
import type { ClientDatabase } from '../db/database';
import { getMeta } from '../db/meta';
import type { SyncStatus } from './sync-controller';

export const firstStatus: SyncStatus = {
  online: null,
  phase: 'idle',
  progress: null,
  waiting: 0,
  attention: 0,
  lastSuccessAt: null,
  lastTryAt: null,
  problem: null,
  clockSkew: null,
};

/** Keeps the part of the status that is stored in step with the database, whichever window changes it. Returns how to stop. */
export function watchStoredStatus(
  db: ClientDatabase,
  status: StoreApi<SyncStatus>,
  onError: (error: unknown) => void,
): () => void {
  const stored = liveQuery(async () => {
    const [changes, files, attention, lastSuccessAt] = await Promise.all([
      db.outbox.where('state').equals('waiting').count(),
      waitingFiles(db),
      db.attention.where('open').equals(1).count(),
      getMeta(db, 'lastSuccessAt'),
    ]);
    return { waiting: changes + files, attention, lastSuccessAt: lastSuccessAt ?? null };
  });
  const next = (values: Partial<SyncStatus>): void => tellStatus(status, values);
  const subscription = stored.subscribe({ next, error: onError });
  return () => subscription.unsubscribe();
}

/** Files that are on their way: what was only put beside a text not yet sent is none. */
async function waitingFiles(db: ClientDatabase): Promise<number> {
  const rows = await db.attachments.where('state').equals('waiting').toArray();
  if (rows.length === 0) return 0;
  const owners = await db.records.bulkGet(rows.map(({ owner }) => [owner.type, owner.id]));
  return rows.filter(({ named }, index) => named || owners[index] !== undefined).length;
}

/** Every change goes through here, each round's at least. */
export const tellStatus = (status: StoreApi<SyncStatus>, change: Partial<SyncStatus>): void =>
  status.setState((before) => notInTheFuture({ ...before, ...change }, new Date()));

/**
 * SY-11: instants are by this device's clock, which may have been set back by years since. What happened is not yet to come: "synced in 3,000
 * days" helps nobody.
 */
export function notInTheFuture(status: SyncStatus, now: Date): SyncStatus {
  const latest = now.toISOString();
  const { lastSuccessAt, lastTryAt } = status;
  const clamp = (instant: string | null): string | null =>
    instant !== null && instant > latest ? latest : instant;
  return { ...status, lastSuccessAt: clamp(lastSuccessAt), lastTryAt: clamp(lastTryAt) };
}

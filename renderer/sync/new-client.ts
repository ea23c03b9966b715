import { newId } from '#shared/lib/ids';
import type { ClientDatabase } from '../db/database';
import { getMeta, setMeta } from '../db/meta';
import { makeDeviceCode } from '../db/open-database';
import type { OutboxRow } from '../db/rows';

/** What the server says of this client with a pull. */
export interface ServerCount {
  /** The last `seq` it processed. */
  readonly lastSeq: number;
  /** The `editId` it processed under that; null: it does not say. */
  readonly lastEditId: string | null;
}

/**
 * False when server and device no longer tell the same story: this store went back in time or was copied to another machine (the
 * server counts further than it sent, or knows other work under the same number), or the server was restored from a backup (it counts less
 * than it confirmed). Then no number says anything about what is pending: work would be skipped as known, taken for done, or wait for ever
 * behind a gap.
 */
export async function inStep(
  db: ClientDatabase,
  { lastSeq, lastEditId }: ServerCount,
  outbox: readonly OutboxRow[],
): Promise<boolean> {
  const tried = (await getMeta(db, 'triedSeq')) ?? 0;
  const confirmed = (await getMeta(db, 'confirmedSeq')) ?? 0;
  if (lastSeq > tried || lastSeq < confirmed) return false;
  const mine = outbox.find(({ seq }) => seq === lastSeq);
  return !mine || lastEditId === null || mine.editId === lastEditId;
}

/**
 * SY-15, inside the pull's transaction: goes on as a new client, which numbers all that is not surely settled from 1. The server knows by their
 * `editId` those it has processed, and gives their refusals again. The copy may still be at work elsewhere, so that quotes are numbered
 * under another device code from here on.
 */
export async function becomeNewClient(
  db: ClientDatabase,
  random: () => number,
  pending: readonly OutboxRow[],
): Promise<readonly OutboxRow[]> {
  const clientId = newId();
  const renumbered = pending.map((entry, index): OutboxRow => ({
    ...entry,
    clientId,
    seq: index + 1,
    state: 'waiting',
  }));
  await db.outbox.clear();
  await db.outbox.bulkAdd([...renumbered]);
  await setMeta(db, 'clientId', clientId);
  await setMeta(db, 'deviceCode', makeDeviceCode(random));
  await setMeta(db, 'lastSeq', renumbered.length);
  await setMeta(db, 'triedSeq', 0);
  await setMeta(db, 'confirmedSeq', 0);
  return renumbered;
}

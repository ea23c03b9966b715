import { newId } from '#shared/lib/ids';
import type { ClientDatabase } from '../db/database';
import { getMeta, setMeta } from '../db/meta';
import type { OutboxRow } from '../db/rows';

export interface Count {
  /** The server's last `seq` of this client. */
  readonly server: number;
  /** The last this database sent. */
  readonly tried: number;
  /** The last it saw confirmed. */
  readonly confirmed: number;
}

export const readCount = async (db: ClientDatabase, server: number): Promise<Count> => ({
  server,
  tried: (await getMeta(db, 'triedSeq')) ?? 0,
  confirmed: (await getMeta(db, 'confirmedSeq')) ?? 0,
});

/**
 * False when server and device no longer tell the same story: this store went back in time or was copied to another machine (the
 * server counts further), or the server was restored from a backup (it counts less than it confirmed). New work numbered on
 * would then be skipped as known, or wait for ever behind a gap.
 */
export const inStep = ({ server, tried, confirmed }: Count): boolean =>
  confirmed <= server && server <= tried;

/** Inside the pull's transaction: goes on as a new client, which numbers what is still to be sent from 1. Nothing is lost or skipped. */
export async function becomeNewClient(
  db: ClientDatabase,
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
  await setMeta(db, 'lastSeq', renumbered.length);
  await setMeta(db, 'triedSeq', 0);
  await setMeta(db, 'confirmedSeq', 0);
  return renumbered;
}

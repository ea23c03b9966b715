import { sql } from 'kysely';
import type { Database, Queries } from '../../db/database';
import { lockTenant } from '../sync/repository';
import type { Job } from './jobs';

const hourMs = 60 * 60 * 1_000;
const dayMs = 24 * hourMs;

export interface Collected {
  readonly tombstones: number;
  readonly sessions: number;
}

/** Every few hours. `tombstoneDays`: how long tombstones are kept; a device away for longer starts over (SY-6). */
export const collectJob = (database: Database, tombstoneDays: number): Job => ({
  name: 'collect',
  everyMs: 6 * hourMs,
  run: async (now) => {
    await collect(database, { tombstonesBefore: new Date(now.getTime() - tombstoneDays * dayMs), now });
  },
});

/**
 * Removes what nobody needs any more: tombstones older than `tombstonesBefore` (SY-6) and sessions that ended before `now`. Of several servers on
 * one database one does it; the others get undefined. Business ids, edit ids and clients stay for ever: they are what keeps work from being
 * done twice.
 */
export async function collect(
  database: Database,
  { tombstonesBefore, now }: { readonly tombstonesBefore: Date; readonly now: Date },
): Promise<Collected | undefined> {
  const sessions = await asOnlyServer(database, (queries) => removeEndedSessions(queries, now));
  if (sessions === undefined) return undefined;
  let tombstones = 0;
  // Each in a transaction of its own: nobody's push waits for the others.
  for (const partnerId of await tenantsWithTombstones(database, tombstonesBefore)) {
    tombstones +=
      (await asOnlyServer(database, (queries) => collectTombstones(queries, partnerId, tombstonesBefore))) ??
      0;
  }
  return { tombstones, sessions };
}

const asOnlyServer = <T>(
  database: Database,
  work: (queries: Queries) => Promise<T>,
): Promise<T | undefined> =>
  database.transaction().execute(async (queries) => {
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('fieldquote collect')) as mine`.execute(queries);
    return rows[0]?.mine === true ? work(queries) : undefined;
  });

async function removeEndedSessions(queries: Queries, now: Date): Promise<number> {
  const { numDeletedRows } = await queries
    .deleteFrom('session')
    .where('expires_at', '<=', now)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function tenantsWithTombstones(queries: Queries, before: Date): Promise<string[]> {
  const rows = await queries
    .selectFrom('record')
    .select('partner_id')
    .distinct()
    .where('deleted', '=', true)
    .where('deleted_at', '<', before)
    .orderBy('partner_id')
    .execute();
  return rows.map(({ partner_id: partnerId }) => partnerId);
}

/** SY-6: in one transaction they go and the tenant says from which cookie on a pull is whole; an older one gets `reset`. */
async function collectTombstones(queries: Queries, partnerId: string, before: Date): Promise<number> {
  await lockTenant(queries, partnerId);
  const { version } = await queries
    .selectFrom('record')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('partner_id', '=', partnerId)
    .where('deleted', '=', true)
    .where('deleted_at', '<', before)
    .executeTakeFirstOrThrow();
  await queries
    .updateTable('tenant')
    .set({ tombstones_from: sql<number>`greatest(tombstones_from, ${version})` })
    .where('partner_id', '=', partnerId)
    .execute();
  const { numDeletedRows } = await queries
    .deleteFrom('record')
    .where('partner_id', '=', partnerId)
    .where('deleted', '=', true)
    .where('version', '<=', version)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

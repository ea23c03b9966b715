import { sql } from 'kysely';
import type { DeviceFacts } from '#shared/protocol/devices';
import type { Queries } from '../../db/database';

const deviceColumns = ['client_id', 'name', 'host', 'app_version', 'first_seen_at', 'last_seen_at'] as const;

/** A person's devices, the last seen first. */
export const devicesOf = (queries: Queries, userId: string, limit: number) =>
  queries
    .selectFrom('client')
    .select(deviceColumns)
    .where('user_id', '=', userId)
    .orderBy('last_seen_at', 'desc')
    .orderBy('client_id')
    .limit(limit)
    .execute();

/** Undefined when this person has no such device. */
export const renameDevice = (queries: Queries, userId: string, clientId: string, name: string) =>
  queries
    .updateTable('client')
    .set({ name })
    .where('client_id', '=', clientId)
    .where('user_id', '=', userId)
    .returning(deviceColumns)
    .executeTakeFirst();

export const findSeen = (queries: Queries, clientId: string) =>
  queries
    .selectFrom('client')
    .select(['said_name', 'host', 'app_version', 'last_seen_at'])
    .where('client_id', '=', clientId)
    .executeTakeFirst();

export interface Seen {
  readonly clientId: string;
  readonly userId: string;
  readonly partnerId: string;
  readonly at: Date;
  readonly facts: DeviceFacts;
}

/**
 * The device is there, and says this of itself. Its name counts when it is another than it said last: a name that its person gave it from
 * elsewhere stays until then. A client id that somebody else has meanwhile is left alone.
 */
export async function saveSeen(
  queries: Queries,
  { clientId, userId, partnerId, at, facts }: Seen,
): Promise<void> {
  await queries
    .insertInto('client')
    .values({
      client_id: clientId,
      user_id: userId,
      partner_id: partnerId,
      last_seq: 0,
      name: facts.name,
      said_name: facts.name,
      host: facts.host,
      app_version: facts.appVersion,
      first_seen_at: at,
      last_seen_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .column('client_id')
        .doUpdateSet((update) => ({
          name: sql<string>`case when client.said_name is distinct from excluded.said_name then excluded.name else client.name end`,
          said_name: update.ref('excluded.said_name'),
          host: update.ref('excluded.host'),
          app_version: update.ref('excluded.app_version'),
          last_seen_at: update.ref('excluded.last_seen_at'),
        }))
        .whereRef('client.user_id', '=', 'excluded.user_id'),
    )
    .execute();
}

/** A device that says nothing of itself: an older app. Only known ones. */
export async function touchSeen(queries: Queries, clientId: string, at: Date): Promise<void> {
  await queries.updateTable('client').set({ last_seen_at: at }).where('client_id', '=', clientId).execute();
}

import { sql } from 'kysely';
import { newId } from '#shared/lib/ids';
import type { Database } from '../../db/database';

const told = 'webhooks-told';
const eventsAtOnce = 5_000;

/**
 * Gives every endpoint a delivery for each new event it wants, in the events' order. Several servers may do it at once: one at a time does.
 * Returns how many events were looked at.
 */
export async function tellEndpoints(database: Database, now: Date): Promise<number> {
  const upTo = await newestComplete(database);
  if (upTo === undefined) return 0;
  return database.transaction().execute(async (queries) => {
    const cursor = await queries
      .selectFrom('setting')
      .select('value')
      .where('key', '=', told)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const from = Number(cursor.value);
    const events = await queries
      .selectFrom('event')
      .select(['seq', 'id', 'type', 'at', 'subject_id as subjectId'])
      .where('seq', '>', from)
      .where('seq', '<=', upTo)
      .orderBy('seq')
      .limit(eventsAtOnce)
      .execute();
    const last = events.at(-1);
    if (last === undefined) return 0;
    const endpoints = await queries
      .selectFrom('webhook_endpoint')
      .select(['id', 'types', 'created_at'])
      .where('enabled', '=', true)
      .execute();
    const rows = endpoints.flatMap((endpoint) =>
      events
        .filter((event) => wants(endpoint, event) && event.at >= endpoint.created_at)
        .map(({ id }) => newDelivery(endpoint.id, id, now)),
    );
    for (let at = 0; at < rows.length; at += 500) {
      await queries
        .insertInto('webhook_delivery')
        .values(rows.slice(at, at + 500))
        .execute();
    }
    await queries
      .updateTable('setting')
      .set({ value: String(last.seq) })
      .where('key', '=', told)
      .execute();
    return events.length;
  });
}

export const newDelivery = (endpointId: string, eventId: string, now: Date, isReplay = false) => ({
  id: newId(),
  endpoint_id: endpointId,
  event_id: eventId,
  state: 'waiting' as const,
  attempts: 0,
  is_replay: isReplay,
  next_at: now,
});

/** A test is for the endpoint that is tested, whatever else it wants. */
const wants = (
  endpoint: { readonly id: string; readonly types: readonly string[] },
  event: { readonly type: string; readonly subjectId: string },
): boolean =>
  event.type === 'webhook.tested'
    ? event.subjectId === endpoint.id
    : endpoint.types.includes('*') || endpoint.types.includes(event.type);

/**
 * The newest event's number, once every transaction that took a number up to it has ended: numbers are taken before they are seen, and one
 * that is passed over would never be told. Undefined: there is nothing new, or somebody writes for so long that it has to wait.
 */
async function newestComplete(database: Database): Promise<number | undefined> {
  const { rows } = await sql<{ newest: number | null; told: string }>`
    select (select max(seq) from event) as newest, value as told from setting where key = ${told}`.execute(
    database,
  );
  const [found] = rows;
  const newest = found?.newest ?? undefined;
  if (newest === undefined || newest <= Number(found?.told)) return undefined;
  try {
    await database.transaction().execute(async (queries) => {
      await sql`set local lock_timeout = '500ms'`.execute(queries);
      await sql`select pg_advisory_xact_lock(hashtext('events'))`.execute(queries);
    });
  } catch (error) {
    if ((error as { code?: string }).code === lockNotAvailable) return undefined;
    throw error;
  }
  return newest;
}
const lockNotAvailable = '55P03';

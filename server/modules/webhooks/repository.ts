import { sql } from 'kysely';
import type { WebhookDelivery, WebhookEndpoint } from '#shared/protocol/vendor-webhooks';
import type { Queries } from '../../db/database';

/** All, or the one with that id; the oldest first. */
export async function findEndpoints(queries: Queries, id?: string): Promise<WebhookEndpoint[]> {
  let query = queries
    .selectFrom('webhook_endpoint as endpoint')
    .selectAll('endpoint')
    .select(counted('waiting').as('waiting'))
    .select(counted('failed').as('failed'))
    .select(
      sql<Date | null>`(select max(last_at) from webhook_delivery where endpoint_id = endpoint.id and state = 'delivered')`.as(
        'last_delivered_at',
      ),
    )
    .orderBy('endpoint.created_at')
    .orderBy('endpoint.id');
  if (id !== undefined) query = query.where('endpoint.id', '=', id);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    description: row.description,
    types: [...row.types],
    enabled: row.enabled,
    offReason: row.enabled ? null : row.off_reason,
    previousSecretUntil: row.previous_until?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    waiting: row.waiting,
    failed: row.failed,
    lastDeliveredAt: row.last_delivered_at?.toISOString() ?? null,
  }));
}

const counted = (state: WebhookDelivery['state']) =>
  sql<number>`(select count(*) from webhook_delivery where endpoint_id = endpoint.id and state = ${state})`;

/** The newest first; before the one numbered `before`, if any. */
export async function findDeliveries(
  queries: Queries,
  endpointId: string,
  page: {
    readonly state: WebhookDelivery['state'] | undefined;
    readonly before: number | undefined;
    readonly limit: number;
  },
): Promise<WebhookDelivery[]> {
  let query = queries
    .selectFrom('webhook_delivery as delivery')
    .innerJoin('event', 'event.id', 'delivery.event_id')
    .selectAll('delivery')
    .select(['event.type', 'event.subject_type', 'event.subject_id', 'event.at'])
    .where('delivery.endpoint_id', '=', endpointId)
    .orderBy('delivery.seq', 'desc')
    .limit(page.limit);
  if (page.state !== undefined) query = query.where('delivery.state', '=', page.state);
  if (page.before !== undefined) query = query.where('delivery.seq', '<', page.before);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    seq: row.seq,
    eventId: row.event_id,
    type: row.type,
    subject: { type: row.subject_type, id: row.subject_id },
    at: row.at.toISOString(),
    state: row.state,
    attempts: row.attempts,
    isReplay: row.is_replay,
    nextAt: row.state === 'waiting' ? row.next_at.toISOString() : null,
    lastAt: row.last_at?.toISOString() ?? null,
    lastStatus: row.last_status,
    lastError: row.last_error,
    lastMs: row.last_ms,
  }));
}

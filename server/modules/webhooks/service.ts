import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { newId } from '#shared/lib/ids';
import { err, ok, type Result } from '#shared/lib/result';
import type { EventType } from '#shared/protocol/event-types';
import type { Session } from '#shared/protocol/session';
import {
  maxReplayed,
  previousSecretHours,
  type EditWebhook,
  type NewWebhook,
  type ReplayWebhook,
  type webhookDeliveriesSchema,
  type WebhookEndpoint,
  type WebhookWithSecret,
} from '#shared/protocol/vendor-webhooks';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import { recordEvent } from '../audit/record-event';
import { whyNotAllowed, type AddressPolicy } from './allowed-address';
import { findDeliveries, findEndpoints } from './repository';
import { newDelivery } from './tell';

export type WebhookService = ReturnType<typeof webhookService>;
export type WebhookError =
  | { readonly type: 'not-found' }
  | { readonly type: 'switched-off' }
  | { readonly type: 'not-allowed'; readonly why: string };

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** ADM-3: whom the vendor tells what happened. */
export function webhookService(database: Database, clock: Clock, policy: AddressPolicy) {
  const one = async (queries: Queries, id: string): Promise<WebhookEndpoint> => {
    const [found] = await findEndpoints(queries, id);
    if (!found) throw new Error(`The endpoint ${id} was there a moment ago`);
    return found;
  };
  const changed = (queries: Queries, by: Session, id: string, data: object): Promise<void> =>
    recordEvent(queries, {
      type: 'webhook.changed',
      partnerId: 'vendor',
      subject: { type: 'webhook', id },
      by,
      at: clock(),
      data,
    });
  /** Does it to the endpoint, if there is one, holding it. */
  const onEndpoint = <T>(
    id: string,
    work: (
      queries: Queries,
      endpoint: { id: string; types: readonly string[]; secret: string; enabled: boolean },
    ) => Promise<Result<T, WebhookError>>,
  ): Promise<Result<T, WebhookError>> =>
    database.transaction().execute(async (queries) => {
      const endpoint = await queries
        .selectFrom('webhook_endpoint')
        .select(['id', 'types', 'secret', 'enabled'])
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return endpoint ? work(queries, endpoint) : err({ type: 'not-found' });
    });

  return {
    list: (): Promise<WebhookEndpoint[]> => findEndpoints(database),

    add: async (
      by: Session,
      { url, description, types }: NewWebhook,
    ): Promise<Result<WebhookWithSecret, WebhookError>> => {
      const why = whyNotAllowed(url, policy);
      if (why !== undefined) return err({ type: 'not-allowed', why });
      const id = newId();
      const secret = newSecret();
      return database.transaction().execute(async (queries) => {
        const row = { id, url, description, types: JSON.stringify(types), secret, enabled: true };
        await queries
          .insertInto('webhook_endpoint')
          .values({ ...row, created_at: clock(), created_by: by.name })
          .execute();
        await changed(queries, by, id, { change: 'added', url, types });
        return ok({ webhook: await one(queries, id), secret });
      });
    },

    edit: async (
      by: Session,
      id: string,
      { types, enabled, ...changes }: EditWebhook,
    ): Promise<Result<WebhookEndpoint, WebhookError>> => {
      const why = changes.url === undefined ? undefined : whyNotAllowed(changes.url, policy);
      if (why !== undefined) return err({ type: 'not-allowed', why });
      return onEndpoint(id, async (queries) => {
        const set = {
          ...changes,
          ...(types && { types: JSON.stringify(types) }),
          ...(enabled !== undefined && { enabled, off_reason: enabled ? null : 'by-hand' }),
        };
        if (Object.keys(set).length > 0) {
          await queries.updateTable('webhook_endpoint').set(set).where('id', '=', id).execute();
          const what = { ...changes, ...(types && { types }), ...(enabled !== undefined && { enabled }) };
          await changed(queries, by, id, { change: 'edited', ...what });
        }
        if (enabled === true) {
          // What waits is tried at once, not when its turn would have been.
          await queries
            .updateTable('webhook_delivery')
            .set({ next_at: clock(), attempts: 0 })
            .where('endpoint_id', '=', id)
            .where('state', '=', 'waiting')
            .execute();
        }
        return ok(await one(queries, id));
      });
    },

    remove: (by: Session, id: string): Promise<Result<null, WebhookError>> =>
      onEndpoint(id, async (queries) => {
        await queries.deleteFrom('webhook_endpoint').where('id', '=', id).execute();
        await changed(queries, by, id, { change: 'removed' });
        return ok(null);
      }),

    /** A new secret; the one before signs beside it for a day, so that the receiver can change over without missing anything. */
    rotate: (by: Session, id: string): Promise<Result<WebhookWithSecret, WebhookError>> =>
      onEndpoint(id, async (queries, { secret: previous }) => {
        const secret = newSecret();
        const until = new Date(clock().getTime() + previousSecretHours * 3_600_000);
        await queries
          .updateTable('webhook_endpoint')
          .set({ secret, previous_secret: previous, previous_until: until })
          .where('id', '=', id)
          .execute();
        await changed(queries, by, id, { change: 'secret-replaced' });
        return ok({ webhook: await one(queries, id), secret });
      }),

    /** Sends a made-up event to this endpoint alone, the way real ones go. */
    test: (by: Session, id: string): Promise<Result<null, WebhookError>> =>
      onEndpoint(id, async (queries, { enabled }) => {
        if (!enabled) return err({ type: 'switched-off' });
        const subject = { type: 'webhook', id };
        const event = { partnerId: 'vendor', subject, by, at: clock(), data: { test: true } };
        await recordEvent(queries, { type: 'webhook.tested', ...event });
        return ok(null);
      }),

    deliveries: async (
      id: string,
      page: Parameters<typeof findDeliveries>[2],
    ): Promise<Result<z.infer<typeof webhookDeliveriesSchema>, WebhookError>> => {
      const [found] = await findEndpoints(database, id);
      if (!found) return err({ type: 'not-found' });
      const deliveries = await findDeliveries(database, id, page);
      const next = deliveries.length === page.limit ? (deliveries.at(-1)?.seq ?? null) : null;
      return ok({ deliveries, next });
    },

    /** Tells one delivery's event again, or all that the endpoint wants since a time: after what waits already, in the events' order. */
    replay: (by: Session, id: string, what: ReplayWebhook): Promise<Result<number, WebhookError>> =>
      onEndpoint(id, async (queries, endpoint) => {
        const events =
          'deliveryId' in what
            ? await queries
                .selectFrom('webhook_delivery')
                .select('event_id as id')
                .where('id', '=', what.deliveryId)
                .where('endpoint_id', '=', id)
                .execute()
            : await eventsSince(queries, endpoint, new Date(what.since));
        if ('deliveryId' in what && events.length === 0) return err({ type: 'not-found' });
        const rows = events.map((event) => newDelivery(id, event.id, clock(), true));
        for (let at = 0; at < rows.length; at += 500) {
          await queries
            .insertInto('webhook_delivery')
            .values(rows.slice(at, at + 500))
            .execute();
        }
        await changed(queries, by, id, { change: 'replayed', ...what, count: rows.length });
        return ok(rows.length);
      }),
  };
}

/** Those that the endpoint wants, the first ones of them (see `wants`). */
const eventsSince = (
  queries: Queries,
  { id, types }: { readonly id: string; readonly types: readonly string[] },
  since: Date,
) => {
  let query = queries
    .selectFrom('event')
    .select('id')
    .where('at', '>=', since)
    .where((where) => where.or([where('type', '<>', 'webhook.tested'), where('subject_id', '=', id)]));
  if (!types.includes('*'))
    query = query.where('type', 'in', [...(types as readonly EventType[]), 'webhook.tested']);
  return query.orderBy('seq').limit(maxReplayed).execute();
};

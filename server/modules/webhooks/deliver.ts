import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { newId } from '#shared/lib/ids';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import { recordEvent } from '../audit/record-event';
import type { AddressPolicy } from './allowed-address';
import { envelopeOf } from './envelope';
import { nextAttempt } from './retry-schedule';
import { send, type Attempt } from './send';
import { tellEndpoints } from './tell';

export interface DeliverOptions extends AddressPolicy {
  readonly database: Database;
  readonly clock: Clock;
  /** How long a target may take to answer. */
  readonly timeoutMs?: number;
  /** Endpoints served at the same time: one that hangs keeps nobody else waiting. */
  readonly atOnce?: number;
  /** Set off: no further delivery is begun; what waits waits for the next run. */
  readonly stopping?: AbortSignal;
}

const defaultTimeoutMs = 10_000;
/** Longer than any attempt: a server that died leaves its endpoint to others after it. */
const claimMs = 60_000;
const idleMs = 250;
/** A run ends sometimes though there is always more: another server may go on. */
const longestRunMs = 120_000;

/** Tells the endpoints what happened, until nothing is due any more. Doing it on several servers at once delivers nothing twice. */
export async function deliverWebhooks(options: DeliverOptions): Promise<void> {
  const { database, clock, atOnce = 8 } = options;
  const isStopping = () => options.stopping?.aborted === true;
  const until = Date.now() + longestRunMs;
  let busy = 0;
  await tellEndpoints(database, clock());
  const work = async (): Promise<void> => {
    while (!isStopping()) {
      const claimed = await claimEndpoint(database, clock());
      if (claimed) {
        busy += 1;
        try {
          await deliverTo(claimed, options);
        } finally {
          busy -= 1;
        }
      } else if (busy === 0 || Date.now() > until) return;
      else {
        await delay(idleMs);
        await tellEndpoints(database, clock());
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

interface Claim {
  readonly endpointId: string;
  readonly claim: string;
}

/** An endpoint with something due that nobody is at. Its deliveries go out one after another, so they are one server's. */
async function claimEndpoint(database: Database, now: Date): Promise<Claim | undefined> {
  const claim = newId();
  const { rows } = await sql<{ id: string }>`
    update webhook_endpoint set claim = ${claim}, claimed_until = ${new Date(now.getTime() + claimMs)}
    where id = (
      select endpoint.id from webhook_endpoint endpoint
      where endpoint.enabled and (endpoint.claimed_until is null or endpoint.claimed_until < ${now})
        and (select delivery.next_at from webhook_delivery delivery
             where delivery.endpoint_id = endpoint.id and delivery.state = 'waiting' order by delivery.seq limit 1) <= ${now}
      order by endpoint.id limit 1 for update of endpoint skip locked)
    returning id`.execute(database);
  const [row] = rows;
  return row && { endpointId: row.id, claim };
}

/** Delivers what waits, in order, until something fails or nothing is left; then lets go of the endpoint. */
async function deliverTo(claim: Claim, options: DeliverOptions): Promise<void> {
  const { database, clock, timeoutMs = defaultTimeoutMs, allowPrivate } = options;
  const isStopping = () => options.stopping?.aborted === true;
  try {
    while (!isStopping()) {
      const now = clock();
      const next = await nextDelivery(database, claim, now);
      if (!next) return;
      const { delivery, target, event } = next;
      const message = { id: event.id, body: envelopeOf(event) };
      const attempt = await send(target, message, clock(), { timeoutMs, allowPrivate });
      if (!(await keep(database, claim, delivery, attempt, clock()))) return;
    }
  } finally {
    await database
      .updateTable('webhook_endpoint')
      .set({ claim: null, claimed_until: null })
      .where('id', '=', claim.endpointId)
      .where('claim', '=', claim.claim)
      .execute();
  }
}

/** The oldest that waits, if it is due and the claim still holds; the claim is made longer for it. */
async function nextDelivery(database: Database, { endpointId, claim }: Claim, now: Date) {
  const endpoint = await database
    .updateTable('webhook_endpoint')
    .set({ claimed_until: new Date(now.getTime() + claimMs) })
    .where('id', '=', endpointId)
    .where('claim', '=', claim)
    .where('enabled', '=', true)
    .returning(['url', 'secret', 'previous_secret', 'previous_until'])
    .executeTakeFirst();
  if (!endpoint) return undefined;
  const delivery = await database
    .selectFrom('webhook_delivery as delivery')
    .innerJoin('event', 'event.id', 'delivery.event_id')
    .selectAll('event')
    .select(['delivery.id as delivery_id', 'delivery.attempts', 'delivery.next_at'])
    .where('delivery.endpoint_id', '=', endpointId)
    .where('delivery.state', '=', 'waiting')
    .orderBy('delivery.seq')
    .limit(1)
    .executeTakeFirst();
  if (!delivery || delivery.next_at > now) return undefined;
  const { previous_secret: previous, previous_until: until } = endpoint;
  return {
    delivery: { id: delivery.delivery_id, attempts: delivery.attempts + 1 },
    target: {
      url: endpoint.url,
      secrets: [endpoint.secret, ...(previous !== null && until !== null && until > now ? [previous] : [])],
    },
    event: {
      id: delivery.id,
      seq: delivery.seq,
      type: delivery.type,
      partnerId: delivery.partner_id,
      subject: { type: delivery.subject_type, id: delivery.subject_id },
      actor: delivery.actor_id === null ? null : { id: delivery.actor_id, name: delivery.actor_name },
      at: delivery.at,
      data: delivery.data as object,
    },
  };
}

/** Writes down what came of it. True when the next one may go. */
async function keep(
  database: Database,
  { endpointId }: Claim,
  { id, attempts }: { readonly id: string; readonly attempts: number },
  { status, error, ms }: Attempt,
  now: Date,
): Promise<boolean> {
  const tried = { attempts, last_at: now, last_status: status, last_error: error, last_ms: ms };
  const isGone = status === 410;
  const again = isGone ? undefined : nextAttempt(attempts, now);
  const set =
    error === null
      ? { state: 'delivered' as const }
      : again
        ? { next_at: again }
        : { state: 'failed' as const };
  await database.transaction().execute(async (queries) => {
    await queries
      .updateTable('webhook_delivery')
      .set({ ...tried, ...set })
      .where('id', '=', id)
      .execute();
    if (error === null || again) return;
    const reason = isGone ? 'gone' : 'failures';
    await queries
      .updateTable('webhook_endpoint')
      .set({ enabled: false, off_reason: reason })
      .where('id', '=', endpointId)
      .execute();
    await recordEvent(queries, {
      type: 'webhook.changed',
      partnerId: 'vendor',
      subject: { type: 'webhook', id: endpointId },
      by: null,
      at: now,
      data: { change: 'switched-off', reason },
    });
  });
  return error === null;
}

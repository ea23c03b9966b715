import { newId } from '#shared/lib/ids';
import type { EventType } from '#shared/protocol/event-types';
import type { Queries } from '../../db/database';

export interface HappenedEvent {
  readonly type: EventType;
  /** Whose records it is about; "vendor" for what is the vendor's own. */
  readonly partnerId: string;
  /** A record by its type and id, or something of the vendor's own ("rules", "webhook", "price-book"). */
  readonly subject: { readonly type: string; readonly id: string };
  /** Null: the server itself, by the clock or by a rule. */
  readonly by: { readonly userId: string; readonly name: string } | null;
  /** The server's time. */
  readonly at: Date;
  /** What a reader needs besides: small, and without another partner's names. */
  readonly data: object;
}

/** ADM-5: keeps what happened, in the transaction in which it happens: either both are so or neither. */
export const recordEvent = (queries: Queries, event: HappenedEvent): Promise<void> =>
  recordEvents(queries, [event]);

/** The same for all that happened in one transaction, in that order, with one statement for up to 500. */
export async function recordEvents(queries: Queries, events: readonly HappenedEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += 500) {
    await queries
      .insertInto('event')
      .values(
        events.slice(at, at + 500).map((event) => ({
          id: newId(),
          type: event.type,
          partner_id: event.partnerId,
          subject_type: event.subject.type,
          subject_id: event.subject.id,
          actor_id: event.by?.userId ?? null,
          actor_name: event.by?.name ?? '',
          at: event.at,
          data: JSON.stringify(event.data),
        })),
      )
      .execute();
  }
}

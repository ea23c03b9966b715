import type { Lead } from '#shared/domain/lead/lead';
import type { RecordWrite } from '#shared/mutations/mutation';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import { eventsOfChanges } from '../audit/events-of-changes';
import { recordEvents, type HappenedEvent } from '../audit/record-event';
import type { PriceBookSource } from '../snapshots/price-book-source';
import type { PartnerDesk } from '../vendor-desk/partner-desk';

/** What all that changes leads at the vendor's desk takes. */
export interface LeadDesk {
  readonly database: Database;
  readonly books: PriceBookSource;
  readonly clock: Clock;
}

/** Who does it; null: the server by itself. */
export type Actor = HappenedEvent['by'];

/** Writes a partner's lead record with the events that it means (ADM-5). */
export async function writeLeadRecord(
  { records, queries, partnerId, now }: PartnerDesk,
  record: Lead,
  by: Actor,
): Promise<void> {
  const writes: RecordWrite[] = [{ type: 'lead', id: record.id, record }];
  const events = eventsOfChanges(writes, records, { partnerId, by, at: now });
  records.write(writes);
  await recordEvents(queries, events);
}

/** The vendor's own: whose lead it is to offer, nobody's records. */
export const vendorsOwn = 'vendor';

export async function setWaiting(
  queries: Queries,
  leadId: string,
  now: Date,
  waiting: {
    readonly waiting_reason: 'to-be-routed' | 'taken-back';
    readonly waiting_comment: string;
  },
): Promise<void> {
  await queries
    .updateTable('vendor_lead')
    .set({ ...waiting, state: 'waiting', offer_id: null, updated_at: now })
    .where('id', '=', leadId)
    .execute();
}

import { sql } from 'kysely';
import { conversationTypes } from '#shared/domain/conversation/message';
import type { VendorWaiting } from '#shared/protocol/vendor-waiting';
import { addDays } from '#shared/lib/clock';
import type { Queries } from '../../db/database';

const unreadDays = 90;

// Written as the indexes of migration 12 are, with the values in them: those find the few that wait among all that is done.

const registrations = sql`select count(*)::int from record
  where type = 'registrationRequest' and not deleted and body ->> 'state' = 'submitted'`;
const specialBids = sql`select count(*)::int from record
  where type = 'specialBid' and not deleted and body ->> 'state' = 'requested'`;
const orders = sql`select count(*)::int from record
  where type = 'order' and not deleted and body ->> 'state' in ('placed', 'received')`;

/** The first approver of those asked who has not spoken is the channel manager. */
const approvals = sql`select count(*)::int from record
  where type = 'approval' and not deleted and body ->> 'state' = 'pending' and 'channel' = (
    select step ->> 'approver' from jsonb_array_elements(body -> 'steps') with ordinality as steps (step, at)
    where not body -> 'decisions' @> jsonb_build_array(jsonb_build_object('approver', step -> 'approver'))
    order by at limit 1)`;

const leads = sql`select (select count(*)::int from vendor_lead where state = 'waiting')
  + (select count(*)::int from record
      join lead_offer on lead_offer.id = record.id
      join vendor_lead on vendor_lead.id = lead_offer.lead_id and vendor_lead.offer_id = record.id
    where record.type = 'lead' and record.body #>> '{qualification,state}' = 'sent' and vendor_lead.state = 'accepted')`;

const obligations = (today: string) => sql`select count(*)::int from record
  where type = 'obligation' and not deleted and body ->> 'side' = 'vendor' and body ->> 'done' is null
    and body ->> 'dueOn' <= ${today}`;

/** Of the newest messages only: what nobody has opened for so long waits no more, and reading all ever written for a number would cost too much. */
const conversations = (userId: string, since: string) => sql`select count(*)::int from (
  select from record
    left join vendor_read_mark as mark on mark.user_id = ${userId}
      and mark.about_type = record.body -> 'about' ->> 'type' and mark.about_id = record.body -> 'about' ->> 'id'
  where record.type = 'message' and not record.deleted and record.body ->> 'receivedAt' >= ${since}
    and record.body ->> 'authorId' <> ${userId}
    and record.body -> 'about' ->> 'type' in (${sql.join(conversationTypes)})
    and (mark.up_to is null or (record.body ->> 'receivedAt')::timestamptz > mark.up_to)
  group by record.body -> 'about' ->> 'type', record.body -> 'about' ->> 'id') as unread`;

/** What the desk's lists call waiting, counted for one of the vendor's people in one statement. */
export async function countWaiting(queries: Queries, userId: string, now: Date): Promise<VendorWaiting> {
  const today = now.toISOString().slice(0, 10);
  const since = `${addDays(today, -unreadDays)}T00:00:00.000Z`;
  const { rows } = await sql<VendorWaiting>`select (${leads}) as leads, (${registrations}) as registrations,
    (${approvals}) as approvals, (${specialBids}) as "specialBids", (${orders}) as orders,
    (${conversations(userId, since)}) as conversations, (${obligations(today)}) as obligations`.execute(
    queries,
  );
  const [counts] = rows;
  if (!counts) throw new Error('A select without a table has one row');
  return counts;
}

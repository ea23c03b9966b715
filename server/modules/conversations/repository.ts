import { sql } from 'kysely';
import { conversationTypes, type ConversationKey, type Message } from '#shared/domain/conversation/message';
import type { Queries } from '../../db/database';

/** As many as a person looks through. */
const listed = 500;

const aboutType = sql<ConversationKey['type']>`record.body -> 'about' ->> 'type'`;
const aboutId = sql<string>`record.body -> 'about' ->> 'id'`;
const receivedAt = sql<string>`(record.body ->> 'receivedAt')`;

/** Conversations of all partners, the one last written in first, with what one of the vendor's people has not read. */
export const listConversations = (queries: Queries, userId: string) =>
  queries
    .selectFrom('record')
    .innerJoin('tenant', 'tenant.partner_id', 'record.partner_id')
    .leftJoin('vendor_read_mark as mark', (join) =>
      join
        .on('mark.user_id', '=', userId)
        .on('mark.about_type', '=', aboutType)
        .on('mark.about_id', '=', aboutId),
    )
    .where('record.type', '=', 'message')
    .where('record.deleted', '=', false)
    // One about something that only a newer server knows must not take all others with it.
    .where(aboutType, 'in', conversationTypes)
    .groupBy(['record.partner_id', 'tenant.name', aboutType, aboutId])
    .select(['record.partner_id as partnerId', 'tenant.name as partnerName'])
    .select([aboutType.as('type'), aboutId.as('id')])
    .select(sql<number>`count(*)::int`.as('messages'))
    .select(
      sql<number>`(count(*) filter (where record.body ->> 'authorId' <> ${userId}
        and ${receivedAt}::timestamptz > coalesce(mark.up_to, '-infinity')))::int`.as('unread'),
    )
    .select(
      sql<Message>`(array_agg(record.body order by ${receivedAt} desc nulls last, record.id desc))[1]`.as(
        'last',
      ),
    )
    .orderBy(sql`max(${receivedAt}) desc nulls last`)
    .limit(listed)
    .execute();

/** In the order in which they were received. */
export async function messagesAbout(queries: Queries, { type, id }: ConversationKey): Promise<Message[]> {
  const rows = await queries
    .selectFrom('record')
    .select('body')
    .where('type', '=', 'message')
    .where('deleted', '=', false)
    .where(aboutType, '=', type)
    .where(aboutId, '=', id)
    .orderBy(receivedAt)
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => body as Message);
}

export const peopleOf = (queries: Queries, partnerId: string) =>
  queries
    .selectFrom('user_account')
    .select(['user_id as id', 'name'])
    .where('partner_id', '=', partnerId)
    .orderBy('name')
    .execute();

export async function readUpTo(
  queries: Queries,
  userId: string,
  { type, id }: ConversationKey,
): Promise<Date | null> {
  const row = await queries
    .selectFrom('vendor_read_mark')
    .select('up_to')
    .where('user_id', '=', userId)
    .where('about_type', '=', type)
    .where('about_id', '=', id)
    .executeTakeFirst();
  return row?.up_to ?? null;
}

/** Never goes back: whichever window of the person has read furthest counts. */
export async function moveReadMark(
  queries: Queries,
  userId: string,
  { type, id }: ConversationKey,
  upTo: Date,
): Promise<void> {
  await queries
    .insertInto('vendor_read_mark')
    .values({ user_id: userId, about_type: type, about_id: id, up_to: upTo })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'about_type', 'about_id'])
        .doUpdateSet({ up_to: sql<Date>`greatest(vendor_read_mark.up_to, excluded.up_to)` }),
    )
    .execute();
}

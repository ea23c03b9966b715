import type { ConversationKey, Message } from '#shared/domain/conversation/message';
import { keyText } from '#shared/domain/records';
import { err, ok, type Result } from '#shared/lib/result';
import type { Session } from '#shared/protocol/session';
import type {
  VendorConversation,
  VendorConversationFile,
  VendorMessage,
} from '#shared/protocol/vendor-conversation';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import { eventsOfChanges } from '../audit/events-of-changes';
import { recordEvents } from '../audit/record-event';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { changeAsVendor, type PartnerDesk } from '../vendor-desk/partner-desk';
import { listConversations, messagesAbout, moveReadMark, peopleOf, readUpTo } from './repository';
import { subjectsOf } from './subjects';

export type ConversationService = ReturnType<typeof conversationService>;

export type PostError =
  | { readonly type: 'not-found' }
  /** Another message has the id. */
  | { readonly type: 'id-taken' };

const vendorId = 'vendor';

/** The vendor's side of conversations (OPP-6). */
export function conversationService(database: Database, books: PriceBookSource, clock: Clock) {
  const find = async (
    { userId }: Session,
    about: ConversationKey,
  ): Promise<VendorConversationFile | undefined> => {
    const subject = (await subjectsOf(database, [about])).get(keyText(about));
    if (!subject) return undefined;
    const { partnerId } = subject;
    const { name } = await database
      .selectFrom('tenant')
      .select('name')
      .where('partner_id', '=', partnerId)
      .executeTakeFirstOrThrow();
    const [partners, vendors] = [await peopleOf(database, partnerId), await peopleOf(database, vendorId)];
    const read = await readUpTo(database, userId, about);
    return {
      about,
      ...subject,
      partnerName: name,
      messages: await messagesAbout(database, about),
      people: [
        ...partners.map((person) => ({ ...person, side: 'partner' as const })),
        ...vendors.map((person) => ({ ...person, side: 'vendor' as const })),
      ],
      readUpTo: read?.toISOString() ?? null,
    };
  };
  return {
    list: async ({ userId }: Session): Promise<{ conversations: VendorConversation[] }> => {
      const rows = await listConversations(database, userId);
      const subjects = await subjectsOf(database, rows);
      return {
        conversations: rows.map(({ type, id, ...row }) => {
          const { subject = '', number = '' } = subjects.get(keyText({ type, id })) ?? {};
          return { about: { type, id }, subject, number, ...row };
        }),
      };
    },

    /** undefined: there is nothing to talk about. */
    find,

    /** The same message sent again is there once. */
    post: async (
      session: Session,
      about: ConversationKey,
      said: VendorMessage,
    ): Promise<Result<VendorConversationFile, PostError>> => {
      const subject = (await subjectsOf(database, [about])).get(keyText(about));
      if (!subject) return err({ type: 'not-found' });
      const error = await changeAsVendor(database, subject.partnerId, books, clock, (desk) =>
        write(desk, session, about, said),
      );
      if (error) return err(error);
      const file = await find(session, about);
      return file ? ok(file) : err({ type: 'not-found' });
    },

    markRead: async ({ userId }: Session, about: ConversationKey, upTo: string): Promise<boolean> => {
      const subjects = await subjectsOf(database, [about]);
      if (!subjects.has(keyText(about))) return false;
      // What is not received yet nobody has read: a clock that runs ahead would hide what comes.
      const now = clock();
      const read = new Date(upTo);
      await moveReadMark(database, userId, about, read < now ? read : now);
      return true;
    },
  };
}

async function write(
  { queries, records, partnerId, now }: PartnerDesk,
  { userId, name }: Session,
  about: ConversationKey,
  said: VendorMessage,
): Promise<PostError | undefined> {
  const key = { type: 'message', id: said.id } as const;
  await records.load([about, key]);
  const before = records.get('message', said.id);
  if (before) return isSame(before, userId, about, said) ? undefined : { type: 'id-taken' };
  if (records.isTaken(key)) return { type: 'id-taken' };
  if (!records.get(about.type, about.id)) return { type: 'not-found' };
  const at = now.toISOString();
  const message: Message = {
    ...said,
    partnerId,
    about,
    authorId: userId,
    authorName: name,
    side: 'vendor',
    capturedAt: at,
    receivedAt: at,
  };
  const writes = [{ ...key, record: message }];
  await recordEvents(queries, eventsOfChanges(writes, records, { partnerId, by: { userId, name }, at: now }));
  records.write(writes);
  return undefined;
}

const isSame = (before: Message, userId: string, about: ConversationKey, said: VendorMessage): boolean =>
  before.authorId === userId &&
  keyText(before.about) === keyText(about) &&
  before.text === said.text &&
  before.attachments.map(({ sha256 }) => sha256).join() ===
    said.attachments.map(({ sha256 }) => sha256).join();

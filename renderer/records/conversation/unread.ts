import type { ConversationKey, Message } from '#shared/domain/conversation/message';
import type { ReadMark } from '#shared/domain/conversation/read-mark';

/** One conversation, as text. */
export const conversationKeyText = ({ type, id }: ConversationKey): string => `${type}:${id}`;

/** OPP-6: a message that this person has not seen: of somebody else, received after the mark. What has not been received yet orders nothing. */
export const isUnread = (
  { authorId, receivedAt }: Message,
  userId: string,
  upTo: string | null | undefined,
): boolean =>
  authorId !== userId &&
  receivedAt !== null &&
  (upTo === null || upTo === undefined || Date.parse(receivedAt) > Date.parse(upTo));

/** How many messages a person has not seen, by conversation; those with none are left out. */
export function unreadCounts(
  messages: readonly Message[],
  marks: readonly ReadMark[],
  userId: string,
): ReadonlyMap<string, number> {
  const upTo = new Map(
    marks.flatMap((mark) =>
      mark.userId === userId ? [[conversationKeyText(mark.about), mark.upTo] as const] : [],
    ),
  );
  const counts = new Map<string, number>();
  for (const message of messages) {
    const key = conversationKeyText(message.about);
    if (isUnread(message, userId, upTo.get(key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Of these counts those of one kind of record, by its id. */
export function unreadOf(
  counts: ReadonlyMap<string, number>,
  type: ConversationKey['type'],
): ReadonlyMap<string, number> {
  const start = conversationKeyText({ type, id: '' });
  return new Map(
    [...counts].flatMap(([key, count]) =>
      key.startsWith(start) ? [[key.slice(start.length), count] as const] : [],
    ),
  );
}

/** In the order in which they were received; what was not yet comes last, as it was written here. */
export const inOrder = (messages: readonly Message[]): readonly Message[] =>
  messages.toSorted(
    (a, b) =>
      orderOf(a) - orderOf(b) || (a.capturedAt < b.capturedAt ? -1 : a.capturedAt > b.capturedAt ? 1 : 0),
  );

const orderOf = ({ receivedAt }: Message): number =>
  receivedAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(receivedAt);

/** `receivedAt` of the newest that was received; undefined: none was. */
export const newestReceived = (messages: readonly Message[]): string | undefined =>
  inOrder(messages).findLast(({ receivedAt }) => receivedAt !== null)?.receivedAt ?? undefined;

import type { ConversationKey, Message } from '#shared/domain/conversation/message';
import type { ReadMark } from '#shared/domain/conversation/read-mark';
import { conversationKeyText, isUnread } from './unread';

export interface UnreadConversation {
  readonly about: ConversationKey;
  readonly count: number;
  /** The newest of the unread ones. */
  readonly last: Message;
}

interface Input {
  readonly messages: readonly Message[];
  readonly marks: readonly ReadMark[];
  readonly userId: string;
  /** Whether the record that is talked about is this person's. */
  readonly isMine: (about: ConversationKey) => boolean;
}

const sentAt = ({ receivedAt, capturedAt }: Message): string => receivedAt ?? capturedAt;

/** OPP-6: what others wrote that this person has not read and that concerns them: their record, named in it, or in a talk they take part in. Newest first. */
export function unreadConversations({
  messages,
  marks,
  userId,
  isMine,
}: Input): readonly UnreadConversation[] {
  const readUpTo = new Map(
    marks
      .filter((mark) => mark.userId === userId)
      .map(({ about, upTo }) => [conversationKeyText(about), upTo]),
  );
  const takesPart = new Set(
    messages
      .filter(({ authorId, mentions }) => authorId === userId || mentions.includes(userId))
      .map(({ about }) => conversationKeyText(about)),
  );
  const unread = new Map<string, Message[]>();
  for (const message of messages) {
    const key = conversationKeyText(message.about);
    const read = !isUnread(message, userId, readUpTo.get(key));
    if (read || !(takesPart.has(key) || isMine(message.about))) continue;
    const known = unread.get(key);
    if (known) known.push(message);
    else unread.set(key, [message]);
  }
  return [...unread.values()]
    .flatMap((found) => {
      const last = found.toSorted((a, b) => (sentAt(a) < sentAt(b) ? 1 : -1))[0];
      return last ? [{ about: last.about, count: found.length, last }] : [];
    })
    .sort((a, b) => (sentAt(a.last) < sentAt(b.last) ? 1 : -1));
}

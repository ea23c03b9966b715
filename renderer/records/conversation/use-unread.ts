import { useMemo } from 'react';
import type { ConversationKey } from '#shared/domain/conversation/message';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { unreadCounts, unreadOf } from './unread';

const none: ReadonlyMap<string, number> = new Map();

/** How many messages of others the signed-in person has not seen, by `type:id` of what they are about, live. Empty while loading. */
export function useUnread(): ReadonlyMap<string, number> {
  const { userId } = useClient().session;
  const messages = useRecords('message');
  const marks = useRecords('readMark');
  return useMemo(
    () => (messages && marks ? unreadCounts(messages, marks, userId) : none),
    [messages, marks, userId],
  );
}

/** The same for a list of one kind of record, by the record's id: asked once for the list, not for each row. */
export function useUnreadOf(type: ConversationKey['type']): ReadonlyMap<string, number> {
  const counts = useUnread();
  return useMemo(() => unreadOf(counts, type), [counts, type]);
}

import { useMemo } from 'react';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { unreadCounts } from './unread';

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

import { useMemo } from 'react';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { conversationKeyText, unreadCounts } from './unread';
import { subjectsOf, type Subject } from './subjects';
import { unreadConversations, type UnreadConversation } from './unread-conversations';

export interface UnreadLine extends UnreadConversation {
  /** undefined: it is not on this device. */
  readonly subject: Subject | undefined;
}

/** OPP-6: what was said that this person has not read and that concerns them, newest first, live. Empty while loading. */
export function useUnreadConversations(): readonly UnreadLine[] {
  const { userId } = useClient().session;
  const messages = useRecords('message');
  const marks = useRecords('readMark');
  const leads = useRecords('lead');
  const opportunities = useRecords('opportunity');
  const requests = useRecords('registrationRequest');
  const quotes = useRecords('quote');
  const orders = useRecords('order');
  return useMemo(() => {
    if (!messages || !marks || !leads || !opportunities || !requests || !quotes || !orders) return [];
    // The navigation asks too, at every change of a deal: names are only looked up where there is something to name.
    if (unreadCounts(messages, marks, userId).size === 0) return [];
    const subjects = subjectsOf({ leads, opportunities, requests, quotes, orders }, userId);
    const isMine: Parameters<typeof unreadConversations>[0]['isMine'] = (about) =>
      subjects.get(conversationKeyText(about))?.isMine === true;
    return unreadConversations({ messages, marks, userId, isMine }).map((one) => ({
      ...one,
      subject: subjects.get(conversationKeyText(one.about)),
    }));
  }, [messages, marks, leads, opportunities, requests, quotes, orders, userId]);
}

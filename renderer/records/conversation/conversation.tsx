import { useCallback } from 'react';
import type { ConversationKey, Message } from '#shared/domain/conversation/message';
import { readMarkId } from '#shared/domain/conversation/read-mark';
import { useClient } from '../../client/client-context';
import { useCustomerView } from '../../client/customer-view';
import { useMe, useRecord, useRecordsAbout, useRecordStates } from '../../client/hooks';
import type { DraftRow } from '../../db/rows';
import type { SyncMarkState } from '../../ui/sync-mark';
import { useSave } from '../use-save';
import { ConversationView } from './conversation-view';
import { mentionedIn } from './mentions';
import { conversationKeyText } from './unread';
import { usePeople } from './use-people';

/** OPP-6: the conversation with the vendor about a lead, opportunity, registration, quote or order. Not there while the customer is looking. */
export function Conversation({ about }: { readonly about: ConversationKey }) {
  const customerView = useCustomerView(({ on }) => on);
  return customerView ? null : <OpenConversation key={conversationKeyText(about)} about={about} />;
}

function OpenConversation({ about }: { readonly about: ConversationKey }) {
  const { session } = useClient();
  const { userId } = session;
  const me = useMe();
  const messages = useRecordsAbout('message', about);
  const mark = useRecord('readMark', readMarkId(userId, about));
  const states = useRecordStates('message');
  const people = usePeople();
  const save = useSave();
  const markRead = useMarkRead(about);
  const stateOf = useCallback(
    ({ id, receivedAt }: Message): SyncMarkState | null =>
      states.get(id) ?? (receivedAt === null ? 'saved-here' : null),
    [states],
  );
  if (!messages || mark === undefined) return null;
  const send = ({ messageId, text, mentions, attachments }: DraftRow): Promise<boolean> =>
    save('postMessage', {
      id: messageId,
      about,
      text: text.trim(),
      mentions: [...mentionedIn(text, mentions)],
      attachments: [...attachments],
      authorName: me?.name ?? session.name,
    });
  return (
    <ConversationView
      about={about}
      messages={messages}
      userId={userId}
      people={people}
      readUpTo={mark?.upTo ?? null}
      stateOf={stateOf}
      onSend={send}
      onRead={markRead}
    />
  );
}

/** A mark that cannot be kept now is set the next time it is looked at. */
function useMarkRead(about: ConversationKey): (upTo: string) => void {
  const client = useClient();
  return (upTo) => {
    const id = readMarkId(client.session.userId, about);
    void client.mutate('markRead', { id, about, upTo });
  };
}

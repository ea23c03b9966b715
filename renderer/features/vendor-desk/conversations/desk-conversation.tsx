import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationKey } from '#shared/domain/conversation/message';
import type { VendorConversationFile } from '#shared/protocol/vendor-conversation';
import { useClient } from '../../../client/client-context';
import type { DraftRow } from '../../../db/rows';
import { ConversationView } from '../../../records/conversation/conversation-view';
import { mentionedIn } from '../../../records/conversation/mentions';
import { conversationKeyText } from '../../../records/conversation/unread';
import { ErrorNotice } from '../../../ui/error-notice';
import { Section } from '../../../ui/section';
import { DeskProblemNotice } from '../desk-problem';
import type { DeskProblem } from '../desk-request';
import { usePolled, type Polled } from '../queries';
import { requestDeskConversation, sendDeskMessage, sendDeskRead } from './desk-conversations-api';
import classes from '../vendor-desk.module.css';

const send: typeof fetch = (path, init) => fetch(path, init);

/** One conversation as the server has it now. */
export function useDeskConversation(about: ConversationKey): Polled<VendorConversationFile> {
  const { type, id } = about;
  const read = useCallback(
    (signal?: AbortSignal) => requestDeskConversation(send, { type, id }, signal),
    [type, id],
  );
  return usePolled(read);
}

/** OPP-6 at the vendor's desk, as a part of what is decided on there. */
export function DeskConversationSection({ about }: { readonly about: ConversationKey }) {
  const { t } = useTranslation('conversation');
  const polled = useDeskConversation(about);
  return (
    <Section title={t('title')}>
      <DeskConversation key={conversationKeyText(about)} about={about} polled={polled} />
    </Section>
  );
}

interface DeskConversationProps {
  readonly about: ConversationKey;
  readonly polled: Polled<VendorConversationFile>;
}

/** The vendor's people write online: a message that did not reach the server stays where it was written, with its files. */
export function DeskConversation({ about, polled }: DeskConversationProps) {
  const { t } = useTranslation(['conversation', 'vendor-desk']);
  const { session, attachments, sync } = useClient();
  const [problem, setProblem] = useState<DeskProblem | null>(null);
  const { value: file, refresh } = polled;
  if (!file) {
    return polled.problem ? (
      <DeskProblemNotice polled={polled} />
    ) : (
      <p className={classes['loading']}>{t('loading')}</p>
    );
  }
  const onSend = async (draft: DraftRow): Promise<boolean> => {
    const { messageId: id, text, mentions } = draft;
    const sent = await sendDeskMessage(send, about, {
      id,
      text: text.trim(),
      mentions: [...mentionedIn(text, mentions)],
      attachments: [...draft.attachments],
    });
    setProblem(sent.ok ? null : sent.error);
    if (!sent.ok) return false;
    if (draft.attachments.length > 0) {
      await attachments.areNamed(draft.attachments.map((attachment) => attachment.id));
      void sync.syncNow();
    }
    await refresh();
    return true;
  };
  const onRead = async (upTo: string): Promise<void> => {
    const told = await sendDeskRead(send, about, upTo);
    if (told.ok) await refresh();
  };
  return (
    <ConversationView
      about={about}
      messages={file.messages}
      userId={session.userId}
      people={file.people}
      readUpTo={file.readUpTo}
      onSend={onSend}
      onRead={(upTo) => void onRead(upTo)}
      invitation={t('desk.invitation')}
      notice={
        <>
          {polled.problem && <DeskProblemNotice polled={polled} />}
          {problem && (
            <ErrorNotice
              title={t('desk.notSent.title')}
              what={t(problem.type === 'offline' ? 'desk.notSent.offline' : 'desk.notSent.other')}
              safe={t('desk.notSent.safe')}
            />
          )}
        </>
      }
    />
  );
}

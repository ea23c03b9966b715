import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/conversation/message';
import type { SyncMarkState } from '../../ui/sync-mark';
import type { Mentionable } from './mentions';
import { MessageItem } from './message-item';
import { inOrder, isUnread } from './unread';
import { useAttachmentRows } from './use-attachment-rows';
import classes from './conversation.module.css';

/** As many as are read at once; the rest when asked for. */
const shownAtFirst = 40;

interface MessageListProps {
  readonly messages: readonly Message[];
  readonly userId: string;
  readonly people: readonly Mentionable[];
  /** Up to where the person had read when the conversation was opened. */
  readonly readUpTo: string | null;
  readonly stateOf: (message: Message) => SyncMarkState | null;
}

/** All that was said, the newest last; a line stands before what is new. */
export function MessageList({ messages, userId, people, readUpTo, stateOf }: MessageListProps) {
  const { t } = useTranslation('conversation');
  const rows = useAttachmentRows();
  const [all, setAll] = useState(false);
  const ordered = inOrder(messages);
  const firstNew = ordered.findIndex((message) => isUnread(message, userId, readUpTo));
  // What is new is never among what is left out.
  const from = all
    ? 0
    : Math.max(0, Math.min(ordered.length - shownAtFirst, firstNew === -1 ? Infinity : firstNew));
  return (
    <>
      {from > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('earlier', { count: from })}
        </Button>
      )}
      <ol className={classes['list']} role="log" aria-label={t('messages')}>
        {ordered.slice(from).map((message, index) => (
          <Fragment key={message.id}>
            {index + from === firstNew && <li className={classes['new']}>{t('new')}</li>}
            <MessageItem
              message={message}
              own={message.authorId === userId}
              userId={userId}
              people={people}
              rows={rows}
              state={stateOf(message)}
            />
          </Fragment>
        ))}
      </ol>
    </>
  );
}

import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationKey, Message } from '#shared/domain/conversation/message';
import type { DraftRow } from '../../db/rows';
import { SectionEmpty } from '../../ui/section';
import type { SyncMarkState } from '../../ui/sync-mark';
import { Composer } from './composer';
import type { Mentionable } from './mentions';
import { MessageList } from './message-list';
import { conversationKeyText, isUnread, newestReceived } from './unread';
import { useAttach } from './use-attach';
import { useDraft } from './use-draft';
import { useSeen } from './use-seen';
import classes from './conversation.module.css';

export interface ConversationViewProps {
  readonly about: ConversationKey;
  readonly messages: readonly Message[];
  readonly userId: string;
  /** Who can be named, the person too. */
  readonly people: readonly Mentionable[];
  /** Up to where the person has read; null: nothing. */
  readonly readUpTo: string | null;
  readonly stateOf?: (message: Message) => SyncMarkState | null;
  /** Resolves to whether the message is on its way; else it stays where it was written. */
  readonly onSend: (draft: DraftRow) => Promise<boolean>;
  readonly onRead: (upTo: string) => void;
  /** Where nothing was said yet: what to write here. */
  readonly invitation?: string;
  /** Why nothing new comes now. */
  readonly notice?: ReactNode;
}

const inPlace = () => null;

/** OPP-6: what partner and vendor said to each other about one thing, and where the next message is written. Key it by what it is about. */
export function ConversationView(props: ConversationViewProps) {
  const { about, messages, userId, people, readUpTo, stateOf = inPlace, onSend, onRead, notice } = props;
  const { t } = useTranslation('conversation');
  const { invitation = t('empty.text') } = props;
  const writing = useDraft(conversationKeyText(about));
  const attaching = useAttach(writing);
  const drop = useDrop(attaching.attach);
  // What was new when it was opened stays marked while it is read.
  const [openedAt] = useState(readUpTo);
  const end = useRef<HTMLDivElement>(null);
  const newest = newestReceived(messages.filter((message) => isUnread(message, userId, readUpTo)));
  const seen = useSeen(end);
  useEffect(() => {
    if (seen && newest !== undefined) onRead(newest);
    // Once for each that comes: how it is told to the server may change with every rendering.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [seen, newest]);

  return (
    <div className={classes['conversation']} data-dropping={drop.over || undefined} {...drop.handlers}>
      {messages.length === 0 ? (
        <div>
          <SectionEmpty>{t('empty.title')}</SectionEmpty>
          <SectionEmpty>{invitation}</SectionEmpty>
        </div>
      ) : (
        <MessageList
          messages={messages}
          userId={userId}
          people={people}
          readUpTo={openedAt}
          stateOf={stateOf}
        />
      )}
      <div ref={end} className={classes['end']} />
      {notice}
      <Composer
        writing={writing}
        attaching={attaching}
        people={people.filter(({ id }) => id !== userId)}
        sent={messages.find(({ id }) => id === writing.draft?.messageId)}
        onSend={onSend}
      />
      {drop.over && <div className={classes['drop']}>{t('drop')}</div>}
    </div>
  );
}

/** Files dragged over the conversation and let go. */
function useDrop(attach: (files: readonly File[]) => Promise<void>) {
  // Leaving a child enters its parent: what counts is how many are entered.
  const [depth, setDepth] = useState(0);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return {
    over: depth > 0,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (hasFiles(event)) setDepth((before) => before + 1);
      },
      onDragLeave: (event: DragEvent) => {
        if (hasFiles(event)) setDepth((before) => Math.max(0, before - 1));
      },
      onDragOver: (event: DragEvent) => {
        if (hasFiles(event)) event.preventDefault();
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDepth(0);
        void attach([...event.dataTransfer.files]);
      },
    },
  };
}

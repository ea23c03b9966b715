import { Avatar } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/conversation/message';
import type { AttachmentRow } from '../../db/rows';
import { useFormats } from '../../ui/formats';
import { SyncMark, type SyncMarkState } from '../../ui/sync-mark';
import { AttachmentChip } from './attachment-chip';
import { textParts, type Mentionable } from './mentions';
import classes from './conversation.module.css';

interface MessageItemProps {
  readonly message: Message;
  readonly own: boolean;
  readonly userId: string;
  readonly people: readonly Mentionable[];
  readonly rows: ReadonlyMap<string, AttachmentRow>;
  /** Where it is on its way to the vendor; null: it is there. */
  readonly state: SyncMarkState | null;
}

/** Who said what and when; of one's own, whether it has been sent. */
export function MessageItem({ message, own, userId, people, rows, state }: MessageItemProps) {
  const { t } = useTranslation('conversation');
  const formats = useFormats();
  const { id, authorId, authorName, side, text, mentions, attachments, capturedAt, receivedAt } = message;
  const name = authorName || people.find((person) => person.id === authorId)?.name || t('someone');
  const named = people.filter((person) => mentions.includes(person.id));
  return (
    <li className={classes['message']} data-side={side} data-own={own || undefined}>
      <Avatar name={name} size={26} radius="xl" color={side === 'vendor' ? 'accent' : 'gray'} alt="" />
      <div className={classes['words']}>
        <div className={classes['by']}>
          <span className={classes['author']}>{own ? t('you') : name}</span>
          {side === 'vendor' && <span className={classes['side']}>{t('vendor')}</span>}
          <time className={classes['when']} dateTime={receivedAt ?? capturedAt}>
            {formats.instant(receivedAt ?? capturedAt)}
          </time>
          {state && <SyncMark state={state} compact={state === 'sent'} />}
        </div>
        {text !== '' && (
          <p className={classes['text']}>
            {textParts(text, named).map((part, index) =>
              part.mention === null ? (
                part.text
              ) : (
                // The parts of one text never change places.
                // oxlint-disable-next-line react/no-array-index-key
                <span
                  key={index}
                  className={classes['mention']}
                  data-me={part.mention === userId || undefined}
                >
                  {part.text}
                </span>
              ),
            )}
          </p>
        )}
        {attachments.length > 0 && (
          <ul className={classes['files']} aria-label={t('files')}>
            {attachments.map((attachment) => (
              <li key={attachment.id}>
                <AttachmentChip
                  owner={{ type: 'message', id }}
                  attachment={attachment}
                  row={rows.get(attachment.id)}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

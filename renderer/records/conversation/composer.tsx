import { Button, FileButton, Textarea } from '@mantine/core';
import { IconPaperclip, IconSend } from '@tabler/icons-react';
import { useEffect, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftRow } from '../../db/rows';
import { ShortcutKeys } from '../../ui/shortcut-keys';
import { AttachmentChip } from './attachment-chip';
import { AttachProblems } from './attach-problems';
import classes from './composer.module.css';
import { MentionBox } from './mention-box';
import type { Mentionable } from './mentions';
import type { SentPart } from './next-draft';
import type { Attach } from './use-attach';
import type { Draft } from './use-draft';

interface ComposerProps {
  readonly writing: Draft;
  readonly attaching: Attach;
  readonly people: readonly Mentionable[];
  /** The message that is being written, if it is sent already: from another window, or its answer was lost. */
  readonly sent: SentPart | undefined;
  /** Resolves to whether it is on its way; else it stays here to be sent again. */
  readonly onSend: (draft: DraftRow) => Promise<boolean>;
}

const longestText = 10_000;

/** Where a message is written: kept while it is being written, sent by Ctrl+Enter. */
export function Composer({ writing, attaching, people, sent, onSend }: ComposerProps) {
  const { t } = useTranslation('conversation');
  const { draft, change, keep, now, begin } = writing;
  const [sending, setSending] = useState(false);
  useEffect(() => {
    if (sent && !sending) void begin(sent);
  }, [sent, sending, begin]);
  if (!draft) return null;
  const saysSomething = draft.text.trim() !== '' || draft.attachments.length > 0;

  const send = async () => {
    if (!saysSomething || sending) return;
    setSending(true);
    await keep();
    const { messageId: id, text, attachments } = now();
    const isSent = await onSend(now());
    // Whoever goes on typing meanwhile types on what is being sent.
    if (isSent) await begin({ id, text, attachments: [...attachments] });
    setSending(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While the text has the cursor these mean its letters, not the quote beside it.
    if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) event.stopPropagation();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void send();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    // A table copied from a spreadsheet is text and a picture of it: the text is meant.
    if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    void attaching.attach(files);
  };
  return (
    <div className={classes['composer']}>
      <MentionBox
        text={draft.text}
        people={people}
        onPick={(person, text) => change({ text, mentions: [...draft.mentions, person] })}
      >
        {(props) => (
          <Textarea
            {...props}
            aria-label={t('write')}
            placeholder={t('placeholder')}
            value={draft.text}
            maxLength={longestText}
            autosize
            minRows={2}
            maxRows={10}
            onChange={(event) => {
              change({ text: event.currentTarget.value });
              props.onChange(event);
            }}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
        )}
      </MentionBox>
      {draft.attachments.length > 0 && (
        <ul className={classes['files']} aria-label={t('files')}>
          {draft.attachments.map((attachment) => (
            <li key={attachment.id}>
              <AttachmentChip
                owner={{ type: 'message', id: draft.messageId }}
                attachment={attachment}
                row={undefined}
                onRemove={() => void attaching.remove(attachment.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <AttachProblems attaching={attaching} />
      <div className={classes['actions']}>
        <FileButton multiple onChange={(files) => void attaching.attach(files)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="xs"
              leftSection={<IconPaperclip size={14} aria-hidden />}
            >
              {t('attach')}
            </Button>
          )}
        </FileButton>
        <span className={classes['hint']}>{t('hint')}</span>
        <Button
          size="xs"
          leftSection={<IconSend size={14} aria-hidden />}
          rightSection={<ShortcutKeys shortcut="mod+Enter" />}
          // Not disabled while it is sent: the focus would be lost.
          aria-disabled={!saysSomething || sending}
          {...((!saysSomething || sending) && { 'data-disabled': true })}
          onClick={() => void send()}
        >
          {t('send')}
        </Button>
      </div>
    </div>
  );
}

import { ActionIcon, Loader, Tooltip, UnstyledButton } from '@mantine/core';
import { IconDownload, IconPaperclip, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#shared/domain/conversation/message';
import type { AttachmentOwner } from '#shared/protocol/attachments';
import { useClient } from '../../client/client-context';
import type { AttachmentRow } from '../../db/rows';
import { fileSize } from './file-size';
import classes from './attachment-chip.module.css';
import { useSaveAttachment } from './use-save-attachment';

interface AttachmentChipProps {
  readonly owner: AttachmentOwner;
  readonly attachment: Attachment;
  /** What this device knows of its bytes; undefined: nothing. */
  readonly row: AttachmentRow | undefined;
  /** Out of what is still being written. */
  readonly onRemove?: () => void;
}

/** One file: its name saves a copy. While its bytes are here alone, or were refused, it says so. */
export function AttachmentChip({ owner, attachment, row, onRemove }: AttachmentChipProps) {
  const { t, i18n } = useTranslation('conversation');
  const save = useSaveAttachment();
  const [busy, setBusy] = useState(false);
  const { name, size } = attachment;
  const onSave = async () => {
    setBusy(true);
    await save(owner, attachment);
    setBusy(false);
  };
  return (
    <div className={classes['chip']} data-refused={row?.state === 'refused' || undefined}>
      <UnstyledButton
        className={classes['file'] ?? ''}
        onClick={() => void onSave()}
        disabled={busy}
        aria-label={t('file.save', { name })}
      >
        {busy ? <Loader size={14} /> : <IconPaperclip size={15} stroke={1.8} aria-hidden />}
        <span className={classes['name']}>{name}</span>
        <span className={classes['size']}>{fileSize(size, i18n.language)}</span>
        {!onRemove && <IconDownload size={14} stroke={1.8} aria-hidden />}
      </UnstyledButton>
      {onRemove && (
        <Tooltip label={t('file.remove', { name })}>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('file.remove', { name })}
            onClick={onRemove}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {!onRemove && row && <FileState row={row} onSave={() => void onSave()} />}
    </div>
  );
}

function FileState({ row, onSave }: { readonly row: AttachmentRow; readonly onSave: () => void }) {
  const { t } = useTranslation('conversation');
  const { attachments, sync } = useClient();
  if (row.state === 'sent') return null;
  if (row.state === 'waiting') return <span className={classes['state']}>{t('file.waiting')}</span>;
  const again = async () => {
    await attachments.sendAgain(row.id);
    await sync.syncNow();
  };
  return (
    <div className={classes['refused']} role="alert">
      <span>{t(`file.refused.${row.refusal ?? 'damaged'}`)}</span>
      <UnstyledButton className={classes['link'] ?? ''} onClick={onSave}>
        {t('file.saveCopy')}
      </UnstyledButton>
      {row.refusal !== 'executable' && (
        <UnstyledButton className={classes['link'] ?? ''} onClick={() => void again()}>
          {t('file.again')}
        </UnstyledButton>
      )}
    </div>
  );
}

import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#shared/domain/conversation/message';
import type { AttachmentOwner } from '#shared/protocol/attachments';
import { useClient } from '../../client/client-context';
import { cleanFileName } from '../../db/file-name';

const problemOf = (type: string) => {
  switch (type) {
    case 'offline':
    case 'not-there-yet':
    case 'wrong-bytes':
    case 'session-expired':
      return type;
    default:
      return 'other';
  }
};

/** Gives the person a copy of an attachment; one that is not on this device is fetched first. Says so when it cannot be had. */
export function useSaveAttachment(): (owner: AttachmentOwner, attachment: Attachment) => Promise<void> {
  const { attachments, platform } = useClient();
  const { t } = useTranslation('conversation');
  return useCallback(
    async (owner, attachment) => {
      const failed = (message: string) =>
        notifications.show({
          color: 'red',
          withBorder: true,
          title: t('file.notSaved', { name: attachment.name }),
          message,
        });
      const read = await attachments.read(owner, attachment);
      if (!read.ok) {
        failed(t(`file.problem.${problemOf(read.error.type)}`));
        return;
      }
      // Never opened by us, whatever it is: the person's system decides what a file of that name is.
      const saved = await platform.saveFile({
        name: cleanFileName(attachment.name),
        mimeType: 'application/octet-stream',
        bytes: read.value,
      });
      if (!saved.ok)
        failed(t(saved.error.type === 'disk-full' ? 'file.problem.disk-full' : 'file.problem.other'));
    },
    [attachments, platform, t],
  );
}

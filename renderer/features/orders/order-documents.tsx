import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { maxAttachmentBytes } from '#shared/domain/conversation/message';
import { maxOrderDocuments, type Order } from '#shared/domain/order/order';
import { useClient } from '../../client/client-context';
import { AttachmentChip } from '../../records/conversation/attachment-chip';
import { useAttachmentRows } from '../../records/conversation/use-attachment-rows';
import { useSave } from '../../records/use-save';
import { Section, SectionEmpty } from '../../ui/section';
import classes from './order-page.module.css';

type Problem = 'too-large' | 'empty' | 'executable' | 'not-stored' | 'unreadable';

/** ORD-1: the customer's purchase order and the like. A file waits here and goes out when there is a network. */
export function OrderDocuments({ order }: { readonly order: Order }) {
  const { t } = useTranslation('orders');
  const rows = useAttachmentRows();
  const attach = useAttach(order);
  const documents = order.documents ?? [];
  return (
    <Section
      title={t('documents.title')}
      count={documents.length}
      action={
        documents.length >= maxOrderDocuments ? null : (
          <FileButton multiple onChange={(files) => void attach(files)}>
            {(props) => (
              <Button {...props} variant="subtle" leftSection={<IconPaperclip size={14} aria-hidden />}>
                {t('documents.add')}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      {documents.length === 0 ? (
        <SectionEmpty>{t('documents.none')}</SectionEmpty>
      ) : (
        <div className={classes['documents']}>
          {documents.map((document) => (
            <AttachmentChip
              key={document.id}
              owner={{ type: 'order', id: order.id }}
              attachment={document}
              row={rows.get(document.id)}
            />
          ))}
        </div>
      )}
    </Section>
  );
}

/** Stores the bytes on this device first, then says that the order has them. What cannot be attached is named, with why. */
function useAttach(order: Order): (files: readonly File[]) => Promise<void> {
  const { t } = useTranslation('orders');
  const { attachments } = useClient();
  const save = useSave();
  const attachOne = async (file: File): Promise<Problem | null> => {
    // Not read first: it may be larger than the memory.
    if (file.size > maxAttachmentBytes) return 'too-large';
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return 'unreadable'; // a folder, or gone from the disk meanwhile
    }
    const owner = { type: 'order', id: order.id } as const;
    const added = await attachments.add(owner, { name: file.name, bytes });
    if (added.ok) {
      await save('attachToOrder', { orderId: order.id, attachment: added.value });
      return null;
    }
    const { type } = added.error;
    return type === 'empty' || type === 'too-large' || type === 'executable' ? type : 'not-stored';
  };
  return async (files) => {
    const room = maxOrderDocuments - (order.documents ?? []).length;
    for (const file of files.slice(0, room)) {
      const problem = await attachOne(file);
      if (problem === null) continue;
      notifications.show({
        color: 'red',
        withBorder: true,
        autoClose: false,
        message: t(`documents.problem.${problem}`, { name: file.name }),
      });
    }
  };
}

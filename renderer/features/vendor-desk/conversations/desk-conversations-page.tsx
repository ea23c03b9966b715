import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { VendorConversation } from '#shared/protocol/vendor-conversation';
import { conversationKeyText } from '../../../records/conversation/unread';
import { UnreadMark } from '../../../records/conversation/unread-mark';
import { DataTable, type Column } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { textColumn } from '../desk-columns';
import { DeskPage } from '../desk-page';
import { usePolled } from '../queries';
import { VendorPeopleOnly } from '../vendor-people-only';
import { requestDeskConversations } from './desk-conversations-api';
import classes from './desk-conversations.module.css';

/** `/vendor-desk/conversations`: what partners write to the vendor about their deals. */
export const DeskConversationsPage = () => (
  <VendorPeopleOnly>
    <DeskConversations />
  </VendorPeopleOnly>
);

const read = (signal?: AbortSignal) => requestDeskConversations((path, init) => fetch(path, init), signal);

function DeskConversations() {
  const { t } = useTranslation('conversation');
  const navigate = useNavigate();
  const polled = usePolled(read);
  const unread = polled.value?.filter((conversation) => conversation.unread > 0).length;
  const columns = useColumns();
  return (
    <DeskPage
      polled={polled}
      waiting={unread === undefined ? undefined : t('desk.unreadCount', { count: unread })}
      loading={t('loading')}
    >
      {(rows) => (
        <DataTable
          label={t('desk.title')}
          columns={columns}
          rows={rows}
          rowKey={({ about }) => conversationKeyText(about)}
          onOpen={({ about }) =>
            void navigate(`/vendor-desk/conversations/${about.type}/${encodeURIComponent(about.id)}`)
          }
          emptyState={
            <EmptyState icon={IconMessages} title={t('desk.empty.title')} text={t('desk.empty.text')} />
          }
        />
      )}
    </DeskPage>
  );
}

function useColumns(): readonly Column<VendorConversation>[] {
  const { t } = useTranslation('conversation');
  const formats = useFormats();
  return [
    {
      key: 'unread',
      title: t('desk.new'),
      width: 76,
      render: ({ unread }) => <UnreadMark count={unread} />,
      sortValue: ({ unread }) => unread,
    },
    textColumn('partner', t('desk.partner'), 'minmax(124px, 1fr)', ({ partnerName }) => partnerName),
    textColumn('about', t('desk.about'), 'minmax(160px, 1.4fr)', ({ about, subject, number }) =>
      [t(`desk.type.${about.type}`), number, subject].filter((part) => part !== '').join(' · '),
    ),
    {
      key: 'last',
      title: t('desk.last'),
      width: 'minmax(200px, 2.4fr)',
      render: ({ last, unread }) => (
        <span className={classes['last']} data-unread={unread > 0 || undefined}>
          {last.authorName}: {last.text || last.attachments.map(({ name }) => name).join(', ')}
        </span>
      ),
    },
    {
      key: 'when',
      title: t('desk.when'),
      width: 132,
      align: 'right',
      render: ({ last }) => formats.ago(last.receivedAt ?? last.capturedAt),
      sortValue: ({ last }) => last.receivedAt ?? last.capturedAt,
    },
  ];
}

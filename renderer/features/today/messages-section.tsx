import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConversationKey } from '#shared/domain/conversation/message';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import { unreadConversations } from './unread';

const paths: Readonly<Record<ConversationKey['type'], string>> = {
  lead: 'leads',
  opportunity: 'opportunities',
  registrationRequest: 'registrations',
  quote: 'quotes',
  order: 'orders',
};

/** OPP-6: conversations with something this person has not read. Nothing while everything is read. */
export function MessagesSection() {
  const { t } = useTranslation('today');
  const formats = useFormats();
  const { userId } = useClient().session;
  const messages = useRecords('message');
  const marks = useRecords('readMark');
  const opportunities = useRecords('opportunity');
  const quotes = useRecords('quote');
  const requests = useRecords('registrationRequest');
  const leads = useRecords('lead');
  const orders = useRecords('order');
  const unread = useMemo(() => {
    const owned = [opportunities, quotes, requests, leads].flatMap((records) => [...(records ?? [])]);
    const mine = new Set(owned.filter(({ ownerId }) => ownerId === userId).map(({ id }) => id));
    const placed = new Set((orders ?? []).filter(({ quoteId }) => mine.has(quoteId)).map(({ id }) => id));
    return unreadConversations({
      messages: messages ?? [],
      marks: marks ?? [],
      userId,
      isMine: ({ id }) => mine.has(id) || placed.has(id),
    });
  }, [messages, marks, opportunities, quotes, requests, leads, orders, userId]);
  if (unread.length === 0) return null;
  return (
    <Section title={t('messages.title')} count={unread.length}>
      <PlainTable
        label={t('messages.title')}
        rows={unread.slice(0, 8)}
        rowKey={({ about }) => `${about.type} ${about.id}`}
        columns={[
          {
            key: 'text',
            title: t('messages.text'),
            render: ({ about, last }) => (
              <Link to={`/${paths[about.type]}/${about.id}`} title={last.text}>
                {last.text === '' ? t('messages.file') : last.text}
              </Link>
            ),
          },
          { key: 'from', title: t('messages.from'), width: '190px', render: ({ last }) => last.authorName },
          {
            key: 'about',
            title: t('column.about'),
            width: '130px',
            render: ({ about }) => t(`messages.about.${about.type}`),
          },
          {
            key: 'when',
            title: t('news.column'),
            width: '130px',
            align: 'right',
            render: ({ last, count }) => (
              <span>
                {formats.ago(last.receivedAt ?? last.capturedAt)}
                {count > 1 && ` (${formats.number(count)})`}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}

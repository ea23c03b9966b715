import { Button } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConversationKey } from '#shared/domain/conversation/message';
import { WithUnread } from '../../records/conversation/with-unread';
import { useNames } from '../../records/use-names';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import { useUnreadConversations, type UnreadLine } from '../../records/conversation/use-unread-conversations';
import classes from './today.module.css';

const shown = 8;

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
  const unread = useUnreadConversations();
  const accountName = useNames('account');
  const [all, setAll] = useState(false);
  if (unread.length === 0) return null;
  return (
    <Section
      title={t('messages.title')}
      count={unread.length}
      action={
        unread.length > shown && (
          <Button variant="subtle" onClick={() => setAll((before) => !before)}>
            {t(all ? 'needs.fewer' : 'needs.all', { count: unread.length })}
          </Button>
        )
      }
    >
      <PlainTable
        label={t('messages.title')}
        rows={all ? unread : unread.slice(0, shown)}
        rowKey={({ about }) => `${about.type} ${about.id}`}
        columns={[
          {
            key: 'about',
            title: t('column.about'),
            render: (line) => <About line={line} customer={accountName(line.subject?.accountId ?? '')} />,
          },
          {
            key: 'text',
            title: t('messages.text'),
            render: ({ last }) => (
              <span title={last.text}>{last.text === '' ? t('messages.file') : last.text}</span>
            ),
          },
          { key: 'from', title: t('messages.from'), width: '150px', render: ({ last }) => last.authorName },
          {
            key: 'when',
            title: t('news.column'),
            width: '122px',
            align: 'right',
            render: ({ last }) => formats.ago(last.receivedAt ?? last.capturedAt),
          },
        ]}
      />
    </Section>
  );
}

interface AboutProps {
  readonly line: UnreadLine;
  readonly customer: string | undefined;
}

/** What is talked about: its name, and under it what it is and whose. */
function About({ line: { about, count, subject }, customer }: AboutProps) {
  const { t } = useTranslation('today');
  const kind = t(`messages.about.${about.type}`);
  const name = subject?.name ?? customer ?? kind;
  const what = customer === undefined || customer === name ? kind : `${kind} · ${customer}`;
  return (
    <span className={classes['about']}>
      <IconMessage size={15} stroke={1.8} aria-hidden />
      <span className={classes['lines']}>
        <WithUnread count={count}>
          <Link to={`/${paths[about.type]}/${about.id}`} title={name}>
            {name}
          </Link>
        </WithUnread>
        <span className={classes['what']} title={what}>
          {what}
        </span>
      </span>
    </span>
  );
}

import { ActionIcon, Text, VisuallyHidden } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { Quote } from '#shared/domain/quote/quote';
import type { RecordState } from '../../../client/record-state';
import { WithUnread } from '../../../records/conversation/with-unread';
import { PriceDriftMark } from '../../../records/price-drift-notice';
import { QuoteStateBadge } from '../../../records/quote-state-badge';
import { stateShown } from '../../../records/state-shown';
import type { Column } from '../../../ui/data-table';
import type { Formats } from '../../../ui/format-values';
import { SyncMark } from '../../../ui/sync-mark';
import classes from './quote-list.module.css';
import { QuoteTotal } from './quote-total';

interface ColumnContext {
  readonly t: TFunction<['quotes', 'records']>;
  readonly formats: Formats;
  readonly today: string;
  readonly customerName: (id: string) => string | undefined;
  readonly ownerName: (id: string) => string | undefined;
  readonly states: ReadonlyMap<string, RecordState>;
  /** OPP-6: unread messages by record id. */
  readonly unread: ReadonlyMap<string, number>;
  /** PR-32: newer prices by quote id. */
  readonly newPrices: ReadonlyMap<string, PriceBookHeader>;
  readonly onClone: (quote: Quote) => void;
}

export function quoteColumns({
  t,
  formats,
  today,
  customerName,
  ownerName,
  states,
  unread,
  newPrices,
  onClone,
}: ColumnContext): readonly Column<Quote>[] {
  const customerOf = ({ accountId }: Quote) => (accountId === null ? undefined : customerName(accountId));
  return [
    {
      key: 'number',
      title: t('column.quoteNumber'),
      width: 176,
      render: ({ number, revision }) => (
        <span>
          {number}
          {revision > 1 && (
            <Text span c="dimmed" ml={6}>
              {t('revision', { count: revision })}
            </Text>
          )}
        </span>
      ),
      sortValue: ({ number }) => number,
    },
    {
      key: 'title',
      title: t('field.title'),
      width: 'minmax(130px, 2fr)',
      render: ({ id, title }) => (
        <WithUnread count={unread.get(id)}>
          {title === '' ? (
            <Text span c="dimmed">
              {t('untitled')}
            </Text>
          ) : (
            <Text span fw={500} title={title}>
              {title}
            </Text>
          )}
        </WithUnread>
      ),
      sortValue: ({ title }) => title || null,
    },
    {
      key: 'customer',
      title: t('field.customer'),
      width: 'minmax(130px, 2fr)',
      render: (quote) => <span title={customerOf(quote)}>{customerOf(quote)}</span>,
      sortValue: (quote) => customerOf(quote) ?? null,
    },
    {
      key: 'state',
      title: t('column.state'),
      width: 166,
      render: (quote) => {
        const { id } = quote;
        const newer = newPrices.get(id);
        return (
          <span className={classes['state']}>
            <QuoteStateBadge state={stateShown(quote, today)} />
            {newer && <PriceDriftMark quoteId={id} newer={newer} />}
          </span>
        );
      },
      sortValue: (quote) => t(`records:quoteState.${stateShown(quote, today)}`),
    },
    {
      key: 'total',
      title: t('column.netTotal'),
      width: 138,
      align: 'right',
      render: (quote) => <QuoteTotal quote={quote} />,
    },
    {
      key: 'expires',
      title: t('column.expires'),
      width: 128,
      render: (quote) => (
        <Text
          span
          {...(quote.state !== 'expired' && stateShown(quote, today) === 'expired'
            ? { c: 'var(--fq-bad)' }
            : {})}
        >
          {formats.day(quote.expiresOn)}
        </Text>
      ),
      sortValue: ({ expiresOn }) => expiresOn,
    },
    {
      key: 'owner',
      title: t('column.owner'),
      width: 'minmax(84px, 1fr)',
      render: ({ ownerId }) => <span title={ownerName(ownerId)}>{ownerName(ownerId)}</span>,
      sortValue: ({ ownerId }) => ownerName(ownerId) ?? null,
    },
    {
      key: 'sync',
      title: <VisuallyHidden>{t('column.sync')}</VisuallyHidden>,
      width: 44,
      align: 'center',
      render: ({ id }) => <SyncMark compact state={states.get(id) ?? 'accepted'} />,
    },
    {
      key: 'clone',
      title: <VisuallyHidden>{t('command.clone')}</VisuallyHidden>,
      width: 44,
      align: 'center',
      render: (quote) => (
        <ActionIcon
          size="sm"
          tabIndex={-1}
          aria-label={t('cloneThis', { number: quote.number })}
          title={t('command.clone')}
          onClick={() => onClone(quote)}
        >
          <IconCopy size={14} aria-hidden />
        </ActionIcon>
      ),
    },
  ];
}

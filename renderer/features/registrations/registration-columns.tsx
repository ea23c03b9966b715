import { VisuallyHidden } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { RecordState } from '../../client/record-state';
import { WithUnread } from '../../records/conversation/with-unread';
import { RegistrationBadge, standingOf } from '../../records/registration-badge';
import { Amount } from '../../ui/amount';
import type { Column } from '../../ui/data-table';
import type { Formats } from '../../ui/format-values';
import { sortableDecimal } from '../../ui/sortable-decimal';
import { SyncMark } from '../../ui/sync-mark';
import { standings } from './registration-filter';

interface ColumnContext {
  readonly t: TFunction<'registrations'>;
  readonly formats: Formats;
  readonly accountName: (id: string) => string | undefined;
  readonly personName: (id: string) => string | undefined;
  readonly states: ReadonlyMap<string, RecordState>;
  /** OPP-6: unread messages by record id. */
  readonly unread: ReadonlyMap<string, number>;
}

export function registrationColumns({
  t,
  formats,
  accountName,
  personName,
  states,
  unread,
}: ColumnContext): readonly Column<RegistrationRequest>[] {
  return [
    {
      key: 'customer',
      title: t('field.accountId'),
      width: 'minmax(150px, 1.2fr)',
      render: ({ id, accountId }) => (
        <WithUnread count={unread.get(id)}>
          <span title={accountName(accountId)}>{accountName(accountId) ?? t('unknown')}</span>
        </WithUnread>
      ),
      sortValue: ({ accountId }) => accountName(accountId) ?? null,
    },
    {
      key: 'description',
      title: t('description'),
      width: 'minmax(180px, 2fr)',
      render: ({ description }) => <span title={description}>{description}</span>,
      sortValue: ({ description }) => description,
    },
    {
      key: 'state',
      title: t('state'),
      width: 158,
      render: (request) => <RegistrationBadge request={request} />,
      sortValue: (request) => standings.indexOf(standingOf(request)),
    },
    {
      key: 'amount',
      title: t('field.amount'),
      width: 140,
      align: 'right',
      render: ({ amount, currency }) => <Amount value={amount} currency={currency} />,
      sortValue: ({ amount }) => sortableDecimal(amount),
    },
    {
      key: 'closeOn',
      title: t('field.closeOn'),
      width: 116,
      render: ({ closeOn }) => formats.day(closeOn),
      sortValue: ({ closeOn }) => closeOn,
    },
    {
      key: 'owner',
      title: t('owner'),
      width: 'minmax(110px, 0.8fr)',
      render: ({ ownerId }) => personName(ownerId),
      sortValue: ({ ownerId }) => personName(ownerId) ?? null,
    },
    {
      key: 'captured',
      title: t('captured'),
      width: 136,
      render: ({ capturedAt }) => <span title={formats.instant(capturedAt)}>{formats.ago(capturedAt)}</span>,
      sortValue: ({ capturedAt }) => Date.parse(capturedAt),
    },
    {
      key: 'sync',
      title: <VisuallyHidden>{t('sync')}</VisuallyHidden>,
      width: 44,
      align: 'center',
      render: ({ id }) => <SyncMark compact state={states.get(id) ?? 'accepted'} />,
    },
  ];
}

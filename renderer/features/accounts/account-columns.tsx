import { Text, VisuallyHidden } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { RecordState } from '../../client/record-state';
import type { Column } from '../../ui/data-table';
import type { Formats } from '../../ui/format-values';
import { neededDecimals } from '../../ui/needed-decimals';
import { SyncMark } from '../../ui/sync-mark';
import type { AccountRow } from './queries';

interface ColumnContext {
  readonly t: TFunction<['accounts', 'records', 'forms']>;
  readonly formats: Formats;
  readonly countryName: (code: string) => string;
  readonly ownerName: (id: string) => string | undefined;
  readonly states: ReadonlyMap<string, RecordState>;
}

export function accountColumns({
  t,
  formats,
  countryName,
  ownerName,
  states,
}: ColumnContext): readonly Column<AccountRow>[] {
  return [
    {
      key: 'name',
      title: t('field.name'),
      width: 'minmax(220px, 2fr)',
      render: ({ account }) => (
        <Text span fw={500} title={account.name}>
          {account.name}
        </Text>
      ),
      sortValue: ({ account }) => account.name,
    },
    {
      key: 'segment',
      title: t('field.segment'),
      width: 'minmax(120px, 1fr)',
      render: ({ account }) => <span>{t(`records:segment.${account.segment}`)}</span>,
      sortValue: ({ account }) => t(`records:segment.${account.segment}`),
    },
    {
      key: 'city',
      title: t('field.city'),
      width: 'minmax(110px, 1fr)',
      render: ({ account }) => <span>{account.city}</span>,
      sortValue: ({ account }) => account.city || null,
    },
    {
      key: 'country',
      title: t('field.country'),
      width: 'minmax(100px, 1fr)',
      render: ({ account }) => <span>{countryName(account.country)}</span>,
      sortValue: ({ account }) => countryName(account.country),
    },
    {
      key: 'open',
      title: t('openAmount'),
      width: 'minmax(150px, 1fr)',
      align: 'right',
      render: ({ open }) => (
        <span>
          {open
            .map((total) => formats.amount(total.amount, total.currency, neededDecimals(total.amount)))
            .join(' · ')}
        </span>
      ),
    },
    {
      key: 'owner',
      title: t('owner'),
      width: 'minmax(120px, 1fr)',
      render: ({ account }) => <span>{ownerName(account.ownerId)}</span>,
      sortValue: ({ account }) => ownerName(account.ownerId) ?? null,
    },
    {
      key: 'updated',
      title: t('updated'),
      width: 130,
      render: ({ account }) => (
        <span title={formats.instant(account.updatedAt)}>{formats.ago(account.updatedAt)}</span>
      ),
      sortValue: ({ account }) => Date.parse(account.updatedAt),
    },
    {
      key: 'sync',
      title: <VisuallyHidden>{t('sync')}</VisuallyHidden>,
      width: 48,
      align: 'center',
      render: ({ account }) => <SyncMark compact state={states.get(account.id) ?? 'accepted'} />,
    },
  ];
}

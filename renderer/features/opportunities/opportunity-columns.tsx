import { Text, VisuallyHidden } from '@mantine/core';
import type { TFunction } from 'i18next';
import { stages, type Opportunity } from '#shared/domain/deal/opportunity';
import { WithUnread } from '../../records/conversation/with-unread';
import { StageBadge } from '../../records/stage-badge';
import { Amount } from '../../ui/amount';
import type { Column } from '../../ui/data-table';
import type { Formats } from '../../ui/format-values';
import { sortableDecimal } from '../../ui/sortable-decimal';
import { SyncMark } from '../../ui/sync-mark';
import type { CardContext } from './board-card';
import { isOverdue } from './opportunity-filter';

interface ColumnContext extends CardContext {
  readonly t: TFunction<['opportunities', 'records', 'forms']>;
  readonly formats: Formats;
  readonly ownerName: (id: string) => string | undefined;
}

export function opportunityColumns({
  t,
  formats,
  today,
  accountName,
  ownerName,
  states,
  unread,
}: ColumnContext): readonly Column<Opportunity>[] {
  return [
    {
      key: 'name',
      title: t('field.name'),
      width: 'minmax(180px, 2fr)',
      render: ({ id, name }) => (
        <WithUnread count={unread.get(id)}>
          <Text span fw={500} title={name}>
            {name}
          </Text>
        </WithUnread>
      ),
      sortValue: ({ name }) => name,
    },
    {
      key: 'account',
      title: t('field.accountId'),
      width: 'minmax(140px, 1.4fr)',
      render: ({ accountId }) => <span>{accountName(accountId) ?? t('unknownAccount')}</span>,
      sortValue: ({ accountId }) => accountName(accountId) ?? null,
    },
    {
      key: 'stage',
      title: t('field.stage'),
      width: 132,
      render: ({ stage }) => <StageBadge stage={stage} />,
      sortValue: ({ stage }) => stages.indexOf(stage),
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
      width: 146,
      render: (opportunity) => {
        const overdue = isOverdue(opportunity, today);
        return (
          <Text span {...(overdue ? { c: 'var(--fq-bad)', title: t('overdue') } : {})}>
            {formats.day(opportunity.closeOn)}
          </Text>
        );
      },
      sortValue: ({ closeOn }) => closeOn,
    },
    {
      key: 'nextStep',
      title: t('field.nextStep'),
      width: 'minmax(120px, 1.4fr)',
      render: ({ nextStep }) => <span title={nextStep}>{nextStep}</span>,
    },
    {
      key: 'owner',
      title: t('owner'),
      width: 'minmax(130px, 1fr)',
      render: ({ ownerId }) => <span>{ownerName(ownerId)}</span>,
      sortValue: ({ ownerId }) => ownerName(ownerId) ?? null,
    },
    {
      key: 'sync',
      title: <VisuallyHidden>{t('sync')}</VisuallyHidden>,
      width: 48,
      align: 'center',
      render: ({ id }) => <SyncMark compact state={states.get(id) ?? 'accepted'} />,
    },
  ];
}

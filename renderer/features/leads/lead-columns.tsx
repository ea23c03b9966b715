import { VisuallyHidden } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Lead } from '#shared/domain/lead/lead';
import type { RecordState } from '../../client/record-state';
import { WithUnread } from '../../records/conversation/with-unread';
import { LeadBadge } from '../../records/lead/lead-badge';
import { LeadDeadline } from '../../records/lead/lead-deadline';
import { leadStanding, leadStandings } from '../../records/lead/lead-standing';
import { Amount } from '../../ui/amount';
import type { Column } from '../../ui/data-table';
import type { Formats } from '../../ui/format-values';
import { sortableDecimal } from '../../ui/sortable-decimal';
import { SyncMark } from '../../ui/sync-mark';

interface ColumnContext {
  readonly t: TFunction<'leads'>;
  readonly formats: Formats;
  readonly personName: (id: string) => string | undefined;
  readonly states: ReadonlyMap<string, RecordState>;
  /** OPP-6: unread messages by record id. */
  readonly unread: ReadonlyMap<string, number>;
  /** The server's time in milliseconds. */
  readonly now: number;
}

export function leadColumns({
  t,
  formats,
  personName,
  states,
  unread,
  now,
}: ColumnContext): readonly Column<Lead>[] {
  return [
    {
      key: 'company',
      title: t('field.company'),
      width: 'minmax(150px, 1.3fr)',
      render: ({ id, company }) => (
        <WithUnread count={unread.get(id)}>
          <span title={[company.name, company.city].filter(Boolean).join(', ')}>{company.name}</span>
        </WithUnread>
      ),
      sortValue: ({ company }) => company.name,
    },
    {
      key: 'need',
      title: t('field.need'),
      width: 'minmax(150px, 1.8fr)',
      render: ({ need }) => <span title={need}>{need}</span>,
      sortValue: ({ need }) => need,
    },
    {
      key: 'state',
      title: t('state'),
      width: 154,
      render: (lead) => <LeadBadge lead={lead} />,
      sortValue: (lead) => leadStandings.indexOf(leadStanding(lead, now)),
    },
    {
      key: 'deadline',
      title: t('deadline.title'),
      width: 126,
      render: ({ state, acceptBy }) =>
        state === 'offered' ? <LeadDeadline acceptBy={acceptBy} bare /> : null,
      sortValue: ({ state, acceptBy }) => (state === 'offered' ? Date.parse(acceptBy) : null),
    },
    {
      key: 'estimate',
      title: t('field.estimate'),
      width: 132,
      align: 'right',
      render: ({ estimate }) => estimate && <Amount value={estimate.amount} currency={estimate.currency} />,
      sortValue: ({ estimate }) => (estimate ? sortableDecimal(estimate.amount) : null),
    },
    {
      key: 'owner',
      title: t('owner'),
      width: 'minmax(110px, 0.8fr)',
      render: ({ ownerId }) =>
        ownerId !== null && <span title={personName(ownerId)}>{personName(ownerId)}</span>,
      sortValue: ({ ownerId }) => (ownerId === null ? null : (personName(ownerId) ?? null)),
    },
    {
      key: 'offered',
      title: t('offered'),
      width: 118,
      render: ({ offeredAt }) => <span title={formats.instant(offeredAt)}>{formats.ago(offeredAt)}</span>,
      sortValue: ({ offeredAt }) => Date.parse(offeredAt),
    },
    {
      key: 'sync',
      title: <VisuallyHidden>{t('sync')}</VisuallyHidden>,
      width: 40,
      align: 'center',
      render: ({ id }) => <SyncMark compact state={states.get(id) ?? 'accepted'} />,
    },
  ];
}

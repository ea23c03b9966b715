import type { TFunction } from 'i18next';
import type { Approval } from '#shared/domain/approval/approval';
import type { RecordState } from '../../client/record-state';
import { ApprovalStateBadge } from '../../records/approval/approval-state-badge';
import { Amount } from '../../ui/amount';
import type { Column } from '../../ui/data-table';
import type { Formats } from '../../ui/format-values';
import { sortableDecimal } from '../../ui/sortable-decimal';
import { SyncMark } from '../../ui/sync-mark';

interface Parts {
  readonly t: TFunction<'approvals'>;
  readonly formats: Formats;
  readonly accountName: (id: string) => string | undefined;
  readonly personName: (id: string) => string | undefined;
  readonly states: ReadonlyMap<string, RecordState>;
}

export function approvalColumns({
  t,
  formats,
  accountName,
  personName,
  states,
}: Parts): readonly Column<Approval>[] {
  return [
    {
      key: 'quote',
      title: t('column.quote'),
      width: 154,
      render: ({ quoteNumber, quoteRevision }) =>
        quoteRevision > 1
          ? t('column.numberAndRevision', { number: quoteNumber, revision: quoteRevision })
          : quoteNumber,
      sortValue: ({ quoteNumber }) => quoteNumber,
    },
    {
      key: 'customer',
      title: t('column.customer'),
      width: 'minmax(130px, 1.2fr)',
      render: ({ accountId }) => {
        const name = accountName(accountId ?? '');
        return <span title={name}>{name}</span>;
      },
      sortValue: ({ accountId }) => accountName(accountId ?? '') ?? null,
    },
    {
      key: 'owner',
      title: t('column.owner'),
      width: 'minmax(110px, 0.7fr)',
      render: ({ ownerId }) => <span title={personName(ownerId)}>{personName(ownerId)}</span>,
      sortValue: ({ ownerId }) => personName(ownerId) ?? null,
    },
    {
      key: 'sell',
      title: t('column.sell'),
      width: 144,
      align: 'right',
      render: ({ figures, currency }) => <Amount value={figures.sell} currency={currency} />,
      sortValue: ({ figures }) => sortableDecimal(figures.sell),
    },
    {
      key: 'margin',
      title: t('column.margin'),
      width: 84,
      align: 'right',
      render: ({ figures }) =>
        figures.marginPercent === null ? '\u2014' : formats.percent(figures.marginPercent),
      sortValue: ({ figures }) => (figures.marginPercent === null ? null : Number(figures.marginPercent)),
    },
    {
      key: 'reasons',
      title: t('column.reasons'),
      width: 'minmax(150px, 2fr)',
      render: ({ reasons }) => {
        const words = reasons.map(({ kind, name }) => (kind === 'rule' ? name : t(`reasons.${kind}`)));
        const text = [...new Set(words)].join(' · ');
        return <span title={text}>{text}</span>;
      },
    },
    {
      key: 'requestedAt',
      title: t('column.asked'),
      width: 118,
      align: 'right',
      render: ({ requestedAt }) => formats.ago(requestedAt),
      sortValue: ({ requestedAt }) => requestedAt,
    },
    {
      key: 'state',
      title: t('column.state'),
      width: 150,
      render: ({ id, state }) => {
        const mark = states.get(id);
        return (
          <>
            <ApprovalStateBadge state={state} />
            {mark && <SyncMark state={mark} compact />}
          </>
        );
      },
      sortValue: ({ state }) => state,
    },
  ];
}

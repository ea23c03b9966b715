import { IconChecklist, IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApprovalStateBadge } from '../../../records/approval/approval-state-badge';
import { Amount } from '../../../ui/amount';
import { DataTable, type Column } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { sortableDecimal } from '../../../ui/sortable-decimal';
import { StateBadge } from '../../../ui/state-badge';
import { textColumn } from '../desk-columns';
import { DeskPage } from '../desk-page';
import { usePolled } from '../queries';
import { VendorPeopleOnly } from '../vendor-people-only';
import { requestDeskApprovals, type DeskApprovalRow } from './desk-approvals-api';

/** `/vendor-desk/approvals`: requests that reached the vendor's step. */
export const DeskApprovalsPage = () => (
  <VendorPeopleOnly>
    <DeskApprovals />
  </VendorPeopleOnly>
);

const read = (signal?: AbortSignal) => requestDeskApprovals((path, init) => fetch(path, init), signal);

function DeskApprovals() {
  const { t } = useTranslation('vendor-desk');
  const navigate = useNavigate();
  const polled = usePolled(read);
  const waiting = polled.value?.filter(({ isWaiting }) => isWaiting).length;
  const columns = useColumns();
  return (
    <DeskPage
      polled={polled}
      waiting={waiting === undefined ? undefined : t('approvals.waitingCount', { count: waiting })}
      loading={t('approvals.loading')}
    >
      {(rows) => (
        <DataTable
          label={t('tabs.approvals')}
          columns={columns}
          rows={rows}
          rowKey={({ approval }) => approval.id}
          onOpen={({ approval }) => void navigate(`/vendor-desk/approvals/${approval.id}`)}
          emptyState={
            <EmptyState
              icon={IconChecklist}
              title={t('approvals.empty.title')}
              text={t('approvals.empty.text')}
            />
          }
        />
      )}
    </DeskPage>
  );
}

function useColumns(): readonly Column<DeskApprovalRow>[] {
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  return [
    textColumn('partner', t('partner'), 'minmax(124px, 1.2fr)', ({ partnerName }) => partnerName),
    textColumn('customer', t('customer'), 'minmax(124px, 1.4fr)', ({ accountName }) => accountName),
    {
      key: 'quote',
      title: t('approvals.quote'),
      width: 122,
      render: ({ approval }) => approval.quoteNumber,
      sortValue: ({ approval }) => approval.quoteNumber,
    },
    textColumn('owner', t('approvals.owner'), 'minmax(120px, 0.8fr)', ({ ownerName }) => ownerName),
    {
      key: 'sell',
      title: t('approvals.sell'),
      width: 144,
      align: 'right',
      render: ({ approval }) => <Amount value={approval.figures.sell} currency={approval.currency} />,
      sortValue: ({ approval }) => sortableDecimal(approval.figures.sell),
    },
    {
      key: 'margin',
      title: t('approvals.margin'),
      width: 88,
      align: 'right',
      render: ({ approval: { figures } }) =>
        figures.marginPercent === null ? '\u2014' : formats.percent(figures.marginPercent),
    },
    {
      key: 'asked',
      title: t('approvals.asked'),
      width: 126,
      align: 'right',
      render: ({ approval }) => formats.ago(approval.requestedAt),
      sortValue: ({ approval }) => approval.requestedAt,
    },
    {
      key: 'state',
      title: t('state'),
      width: 158,
      render: ({ approval, isWaiting }) =>
        isWaiting ? (
          <StateBadge tone="warn" icon={IconHourglass} label={t('approvals.waitsForYou')} />
        ) : (
          <ApprovalStateBadge state={approval.state} />
        ),
    },
  ];
}

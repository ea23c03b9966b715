import { IconTags } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SpecialBidBadge } from '../../../records/special-bid-badge';
import { DataTable, type Column } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { textColumn } from '../desk-columns';
import { DeskPage } from '../desk-page';
import { usePolled } from '../queries';
import { VendorPeopleOnly } from '../vendor-people-only';
import { requestDeskBids, type DeskBidRow } from './desk-bids-api';

/** `/vendor-desk/special-bids`: requests for special prices of all partners. */
export const DeskBidsPage = () => (
  <VendorPeopleOnly>
    <DeskBids />
  </VendorPeopleOnly>
);

const read = (signal?: AbortSignal) => requestDeskBids((path, init) => fetch(path, init), signal);

function DeskBids() {
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  const navigate = useNavigate();
  const polled = usePolled(read);
  const waiting = polled.value?.filter(({ specialBid }) => specialBid.state === 'requested').length;
  const columns: readonly Column<DeskBidRow>[] = [
    textColumn('partner', t('partner'), 'minmax(124px, 1.2fr)', ({ partnerName }) => partnerName),
    textColumn('customer', t('customer'), 'minmax(124px, 1.4fr)', ({ accountName }) => accountName),
    {
      key: 'quote',
      title: t('approvals.quote'),
      width: 122,
      render: ({ specialBid }) => specialBid.quoteNumber,
      sortValue: ({ specialBid }) => specialBid.quoteNumber,
    },
    textColumn('owner', t('approvals.owner'), 'minmax(120px, 0.8fr)', ({ ownerName }) => ownerName),
    {
      key: 'lines',
      title: t('lines'),
      width: 84,
      align: 'right',
      render: ({ lineCount }) => formats.number(lineCount),
      sortValue: ({ lineCount }) => lineCount,
    },
    {
      key: 'competitor',
      title: t('bids.competitor'),
      width: 'minmax(110px, 1fr)',
      render: ({ specialBid: { competitor } }) => <span title={competitor}>{competitor}</span>,
    },
    {
      key: 'asked',
      title: t('approvals.asked'),
      width: 126,
      align: 'right',
      render: ({ specialBid }) => formats.ago(specialBid.requestedAt),
      sortValue: ({ specialBid }) => specialBid.requestedAt,
    },
    {
      key: 'state',
      title: t('state'),
      width: 150,
      render: ({ specialBid }) => <SpecialBidBadge state={specialBid.state} />,
      sortValue: ({ specialBid }) => specialBid.state,
    },
  ];
  return (
    <DeskPage
      polled={polled}
      waiting={waiting === undefined ? undefined : t('approvals.waitingCount', { count: waiting })}
      loading={t('approvals.loading')}
    >
      {(rows) => (
        <DataTable
          label={t('tabs.specialBids')}
          columns={columns}
          rows={rows}
          rowKey={({ specialBid }) => specialBid.id}
          onOpen={({ specialBid }) => void navigate(`/vendor-desk/special-bids/${specialBid.id}`)}
          emptyState={
            <EmptyState icon={IconTags} title={t('bids.empty.title')} text={t('bids.empty.text')} />
          }
        />
      )}
    </DeskPage>
  );
}

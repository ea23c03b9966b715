import { Button } from '@mantine/core';
import { IconRefresh, IconTags } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SpecialBidBadge } from '../../../records/special-bid-badge';
import { DataTable, type Column } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { ListCount } from '../../../ui/list-count';
import { Page } from '../../../ui/page';
import { DeskProblemNotice } from '../desk-problem';
import { DeskTabs } from '../desk-tabs';
import { usePolled } from '../queries';
import classes from '../vendor-desk.module.css';
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
  const { value: rows, readAt, refresh } = polled;
  const waiting = rows?.filter(({ specialBid }) => specialBid.state === 'requested').length ?? 0;
  const columns: readonly Column<DeskBidRow>[] = [
    {
      key: 'partner',
      title: t('partner'),
      width: 'minmax(124px, 1.2fr)',
      render: ({ partnerName }) => <span title={partnerName}>{partnerName}</span>,
      sortValue: ({ partnerName }) => partnerName,
    },
    {
      key: 'customer',
      title: t('customer'),
      width: 'minmax(124px, 1.4fr)',
      render: ({ accountName }) => <span title={accountName}>{accountName}</span>,
      sortValue: ({ accountName }) => accountName,
    },
    {
      key: 'quote',
      title: t('approvals.quote'),
      width: 122,
      render: ({ specialBid }) => specialBid.quoteNumber,
      sortValue: ({ specialBid }) => specialBid.quoteNumber,
    },
    {
      key: 'owner',
      title: t('approvals.owner'),
      width: 'minmax(120px, 0.8fr)',
      render: ({ ownerName }) => <span title={ownerName}>{ownerName}</span>,
      sortValue: ({ ownerName }) => ownerName,
    },
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
    <Page
      title={t('title')}
      actions={
        <Button
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={() => void refresh()}
        >
          {t('refresh')}
        </Button>
      }
      toolbar={
        <>
          <DeskTabs />
          <ListCount>
            {rows && t('approvals.waitingCount', { count: waiting })}
            {readAt !== null && ` · ${t('refreshed', { time: formats.instant(readAt) })}`}
          </ListCount>
        </>
      }
    >
      <div className={classes['desk']}>
        {!rows && !polled.problem && <p className={classes['loading']}>{t('approvals.loading')}</p>}
        {rows && (
          <div className={classes['table']}>
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
          </div>
        )}
        {polled.problem && (
          <div className={classes['problem']}>
            <DeskProblemNotice polled={polled} />
          </div>
        )}
      </div>
    </Page>
  );
}

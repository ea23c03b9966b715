import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { VendorRegistration } from '#shared/protocol/vendor-registration';
import { Amount } from '../../../ui/amount';
import { DataTable, type Column } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { sortableDecimal } from '../../../ui/sortable-decimal';
import { textColumn } from '../desk-columns';
import { DeskPage } from '../desk-page';
import { usePolled } from '../queries';
import { VendorPeopleOnly } from '../vendor-people-only';
import { DeskRegistrationState } from './desk-registration-state';
import { requestDeskRegistrations } from './desk-registrations-api';

/** `/vendor-desk/registrations`: deals that partners want to have protected. */
export const DeskRegistrationsPage = () => (
  <VendorPeopleOnly>
    <DeskRegistrations />
  </VendorPeopleOnly>
);

const read = (signal?: AbortSignal) => requestDeskRegistrations((path, init) => fetch(path, init), signal);

function DeskRegistrations() {
  const { t } = useTranslation('vendor-desk');
  const navigate = useNavigate();
  const polled = usePolled(read);
  const waiting = polled.value?.filter(({ request }) => request.state === 'submitted').length;
  const columns = useColumns();
  return (
    <DeskPage
      polled={polled}
      waiting={waiting === undefined ? undefined : t('approvals.waitingCount', { count: waiting })}
      loading={t('approvals.loading')}
    >
      {(rows) => (
        <DataTable
          label={t('tabs.registrations')}
          columns={columns}
          rows={rows}
          rowKey={({ request }) => request.id}
          onOpen={({ request }) => void navigate(`/vendor-desk/registrations/${request.id}`)}
          emptyState={
            <EmptyState
              icon={IconShieldCheck}
              title={t('registrations.empty.title')}
              text={t('registrations.empty.text')}
            />
          }
        />
      )}
    </DeskPage>
  );
}

function useColumns(): readonly Column<VendorRegistration>[] {
  const { t } = useTranslation(['vendor-desk', 'registrations']);
  const formats = useFormats();
  return [
    textColumn('partner', t('partner'), 'minmax(124px, 1.2fr)', ({ partnerName }) => partnerName),
    textColumn('customer', t('customer'), 'minmax(124px, 1.4fr)', ({ account }) => account?.name ?? '\u2014'),
    textColumn('owner', t('approvals.owner'), 'minmax(120px, 0.8fr)', ({ ownerName }) => ownerName),
    {
      key: 'amount',
      title: t('registrations:field.amount'),
      width: 142,
      align: 'right',
      render: ({ request }) => <Amount value={request.amount} currency={request.currency} />,
      sortValue: ({ request }) => sortableDecimal(request.amount),
    },
    {
      key: 'closeOn',
      title: t('registrations:field.closeOn'),
      width: 122,
      render: ({ request }) => formats.day(request.closeOn),
      sortValue: ({ request }) => request.closeOn,
    },
    {
      key: 'appeals',
      title: t('registrations.appeals'),
      width: 84,
      align: 'right',
      render: ({ request }) => (request.appeals.length === 0 ? '' : formats.number(request.appeals.length)),
      sortValue: ({ request }) => request.appeals.length,
    },
    {
      key: 'received',
      title: t('receivedAt'),
      width: 122,
      align: 'right',
      render: ({ request }) => formats.ago(request.receivedAt ?? request.capturedAt),
      sortValue: ({ request }) => request.receivedAt ?? request.capturedAt,
    },
    {
      key: 'state',
      title: t('state'),
      width: 140,
      render: ({ request }) => <DeskRegistrationState request={request} />,
      sortValue: ({ request }) => request.state,
    },
  ];
}

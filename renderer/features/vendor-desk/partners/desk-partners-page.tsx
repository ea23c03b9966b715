import { IconBuildingStore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { tiers } from '#shared/domain/partner/partner';
import { matchesText } from '#shared/lib/match-text';
import type { VendorPartnerRow } from '#shared/protocol/vendor-partners';
import { DataTable, type Column } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { ListSearch } from '../../../ui/list-search';
import { NoMatch } from '../../../ui/no-match';
import { useCountryNames } from '../../../ui/use-country-names';
import { textColumn } from '../desk-columns';
import { DeskPage } from '../desk-page';
import { usePolled } from '../queries';
import { VendorPeopleOnly } from '../vendor-people-only';
import { requestPartners } from './desk-partners-api';

/** `/vendor-desk/partners`: resellers and distributors, with what waits. */
export const DeskPartnersPage = () => (
  <VendorPeopleOnly>
    <DeskPartners />
  </VendorPeopleOnly>
);

const read = (signal?: AbortSignal) => requestPartners((path, init) => fetch(path, init), signal);

function DeskPartners() {
  const { t } = useTranslation('vendor-admin');
  const formats = useFormats();
  const navigate = useNavigate();
  const { nameOf: countryName } = useCountryNames();
  const polled = usePolled(read);
  const [text, setText] = useState('');
  const count = (
    key: 'leads' | 'registrations' | 'bids' | 'orders',
    title: string,
  ): Column<VendorPartnerRow> => ({
    key,
    title,
    width: 120,
    align: 'right',
    render: (row) => (row[key] === 0 ? '\u2014' : formats.number(row[key])),
    sortValue: (row) => row[key],
  });
  const columns: readonly Column<VendorPartnerRow>[] = [
    textColumn('name', t('partners.name'), 'minmax(180px, 2fr)', ({ name }) => name),
    textColumn('kind', t('partners.kindTitle'), 'minmax(110px, 1fr)', ({ kind }) =>
      t(`partners.kind.${kind}`),
    ),
    {
      key: 'tier',
      title: t('partners.tierTitle'),
      width: 120,
      render: ({ tier }) => t(`partners.tier.${tier}`),
      sortValue: ({ tier }) => tiers.indexOf(tier),
    },
    textColumn('country', t('partners.country'), 'minmax(110px, 1fr)', ({ country }) => countryName(country)),
    count('leads', t('partners.openLeads')),
    count('registrations', t('partners.openRegistrations')),
    count('bids', t('partners.openBids')),
    count('orders', t('partners.openOrders')),
    {
      key: 'last',
      title: t('partners.lastOrder'),
      width: 140,
      align: 'right',
      render: ({ lastOrderAt }) => (lastOrderAt === null ? '\u2014' : formats.ago(lastOrderAt)),
      sortValue: ({ lastOrderAt }) => lastOrderAt,
    },
  ];
  return (
    <DeskPage
      polled={polled}
      waiting={polled.value && t('partners.count', { count: polled.value.length })}
      loading={t('loading')}
      filters={<ListSearch value={text} placeholder={t('partners.search')} onChange={setText} />}
    >
      {(partners) => (
        <DataTable
          label={t('partners.title')}
          columns={columns}
          rows={partners.filter(({ name, region }) => matchesText(text, [name, region]))}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/vendor-desk/partners/${id}`)}
          emptyState={
            text === '' ? (
              <EmptyState
                icon={IconBuildingStore}
                title={t('partners.empty.title')}
                text={t('partners.empty.text')}
              />
            ) : (
              <NoMatch onClear={() => setText('')} />
            )
          }
        />
      )}
    </DeskPage>
  );
}

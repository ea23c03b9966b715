import { SegmentedControl, Select } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useClient } from '../../client/client-context';
import { useCustomerView } from '../../client/customer-view';
import { useRecords, useRecordStates } from '../../client/hooks';
import { useUnreadOf } from '../../records/conversation/use-unread';
import { leadStandings } from '../../records/lead/lead-standing';
import { useServerNow } from '../../records/lead/use-server-now';
import { SavedViews } from '../../records/saved-views/saved-views';
import { useNames } from '../../records/use-names';
import { DataTable, type Sort } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { ListCount } from '../../ui/list-count';
import { ListSearch } from '../../ui/list-search';
import { NoMatch } from '../../ui/no-match';
import { Page } from '../../ui/page';
import { useRemembered } from '../../ui/use-remembered';
import { leadColumns } from './lead-columns';
import {
  addressOf,
  filterLeads,
  leadFilterOf,
  leadViews,
  noLeadFilter,
  type LeadFilter,
} from './lead-filter';

/** OPP-2, `/leads`: customers the vendor passed on, those that wait for an answer first. */
export function LeadList() {
  const { t } = useTranslation('leads');
  const navigate = useNavigate();
  const formats = useFormats();
  const { userId } = useClient().session;
  const customerView = useCustomerView();
  const leads = useRecords('lead');
  const states = useRecordStates('lead');
  const unread = useUnreadOf('lead');
  const personName = useNames('person');
  const now = useServerNow();
  const [address, setAddress] = useSearchParams();
  const filter = useMemo(() => leadFilterOf(address), [address]);
  const setFilter = (next: LeadFilter) => setAddress(addressOf(next), { replace: true });
  const [sort, setSort] = useRemembered<Sort | null>('leads:sort', null);

  const columns = useMemo(
    () => leadColumns({ t, formats, personName, states, unread, now }),
    [t, formats, personName, states, unread, now],
  );
  const shown = useMemo(() => filterLeads(leads ?? [], filter, userId, now), [leads, filter, userId, now]);
  const offered = useMemo(
    () => filterLeads(leads ?? [], { ...noLeadFilter, view: 'offered' }, userId, now).length,
    [leads, userId, now],
  );
  if (customerView.on) {
    return (
      <Page title={t('title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  return (
    <Page
      title={t('title')}
      toolbar={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('view.label')}
            value={filter.view}
            data={leadViews.map((value) => ({
              value,
              label: value === 'offered' ? t('view.offered', { count: offered }) : t(`view.${value}`),
            }))}
            onChange={(view) => setFilter({ ...filter, view })}
          />
          <ListSearch
            value={filter.text}
            placeholder={t('search')}
            onChange={(text) => setFilter({ ...filter, text })}
          />
          <Select
            w={176}
            aria-label={t('state')}
            placeholder={t('allStates')}
            value={filter.standing}
            clearable
            data={leadStandings.map((value) => ({ value, label: t(`standing.${value}`) }))}
            onChange={(standing) => setFilter({ ...filter, standing })}
          />
          <SavedViews
            list="leads"
            query={address.toString()}
            onOpen={(query) => setAddress(query, { replace: true })}
          />
          {leads && <ListCount>{t('count', { count: shown.length })}</ListCount>}
        </>
      }
    >
      {leads && (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/leads/${id}`)}
          sort={sort}
          onSort={setSort}
          emptyState={
            leads.length > 0 ? (
              <NoMatch onClear={() => setFilter({ ...noLeadFilter, view: 'all' })} />
            ) : (
              <EmptyState icon={IconInbox} title={t('empty.title')} text={t('empty.text')} />
            )
          }
        />
      )}
    </Page>
  );
}

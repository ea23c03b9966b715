import { Button, Select } from '@mantine/core';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCustomerView } from '../../client/customer-view';
import { usePartner, useRecordStates } from '../../client/hooks';
import { ExportMenu } from '../../records/export/export-menu';
import { useNames } from '../../records/use-names';
import { useCommands, type Command } from '../../ui/commands';
import { DataTable, type Sort } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { ListCount } from '../../ui/list-count';
import { ListSearch } from '../../ui/list-search';
import { NoMatch } from '../../ui/no-match';
import { Page } from '../../ui/page';
import { useCountryNames } from '../../ui/use-country-names';
import { useRemembered } from '../../ui/use-remembered';
import { accountColumns } from './account-columns';
import { AccountDrawer } from './account-drawer';
import { countriesOf, filterAccounts, noAccountFilter, type AccountFilter } from './account-filter';
import { segments, type AccountDraft } from './account-form';
import { useAccountRows } from './queries';
import { useAccountExports } from './use-account-exports';

/** All customers of the partner. */
export function AccountList() {
  const { t } = useTranslation(['accounts', 'records', 'forms']);
  const navigate = useNavigate();
  const formats = useFormats();
  const countries = useCountryNames();
  const customerView = useCustomerView();
  const rows = useAccountRows();
  const states = useRecordStates('account');
  const ownerName = useNames('person');
  const partner = usePartner();
  const [filter, setFilter] = useRemembered<AccountFilter>('accounts:filter', noAccountFilter);
  const [sort, setSort] = useRemembered<Sort | null>('accounts:sort', { key: 'name', direction: 'up' });
  const [draft, setDraft] = useRemembered<AccountDraft | null>('draft:new-account', null);
  const [adding, setAdding] = useState(false);

  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'new-account',
          title: t('new'),
          group: t('group'),
          shortcut: 'N',
          icon: IconPlus,
          run: () => setAdding(true),
        },
      ],
      [t],
    ),
  );
  const columns = useMemo(
    () => accountColumns({ t, formats, countryName: countries.nameOf, ownerName, states }),
    [t, formats, countries, ownerName, states],
  );
  const shown = useMemo(() => {
    if (!rows) return [];
    const kept = new Set(
      filterAccounts(
        rows.map(({ account }) => account),
        filter,
      ).map(({ id }) => id),
    );
    return rows.filter(({ account }) => kept.has(account.id));
  }, [rows, filter]);
  const exports = useAccountExports(shown);
  const filtered = filter.text !== '' || filter.country !== null || filter.segment !== null;

  if (customerView.on) {
    return (
      <Page title={t('title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  const add = (
    <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
      {t(draft ? 'continueNew' : 'new')}
    </Button>
  );
  const all = rows?.map(({ account }) => account) ?? [];
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <ExportMenu exports={exports} imports={['accounts', 'contacts']} />
          {add}
        </>
      }
      toolbar={
        <>
          <ListSearch
            value={filter.text}
            placeholder={t('search')}
            onChange={(text) => setFilter({ ...filter, text })}
          />
          <Select
            w={170}
            aria-label={t('field.country')}
            placeholder={t('allCountries')}
            value={filter.country}
            clearable
            searchable
            data={[...countries.choicesOf(countriesOf(all, filter.country))]}
            onChange={(country) => setFilter({ ...filter, country })}
          />
          <Select
            w={170}
            aria-label={t('field.segment')}
            placeholder={t('allSegments')}
            value={filter.segment}
            clearable
            data={segments.map((value) => ({ value, label: t(`records:segment.${value}`) }))}
            onChange={(segment) => setFilter({ ...filter, segment: segment })}
          />
          {rows && <ListCount>{t('count', { count: shown.length })}</ListCount>}
        </>
      }
    >
      {rows && (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={shown}
          rowKey={({ account }) => account.id}
          onOpen={({ account }) => void navigate(`/accounts/${account.id}`)}
          sort={sort}
          onSort={setSort}
          emptyState={
            filtered ? (
              <NoMatch onClear={() => setFilter(noAccountFilter)} />
            ) : (
              <EmptyState icon={IconBuilding} title={t('empty.title')} text={t('empty.text')} action={add} />
            )
          }
        />
      )}
      <AccountDrawer
        opened={adding}
        draft={draft}
        defaultCountry={partner?.country ?? ''}
        onDraft={setDraft}
        onClose={() => setAdding(false)}
        onCreated={(id) => {
          setAdding(false);
          void navigate(`/accounts/${id}`);
        }}
      />
    </Page>
  );
}

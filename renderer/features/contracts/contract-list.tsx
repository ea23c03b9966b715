import { Select } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCustomerView } from '../../client/customer-view';
import { useRecords } from '../../client/hooks';
import { useNames } from '../../records/use-names';
import { useToday } from '../../records/use-today';
import { DataTable, type Sort } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { ListCount } from '../../ui/list-count';
import { ListSearch } from '../../ui/list-search';
import { NoMatch } from '../../ui/no-match';
import { Page } from '../../ui/page';
import { useRemembered } from '../../ui/use-remembered';
import { contractColumns } from './contract-columns';
import { endings, filterContracts, noContractFilter, type ContractFilter } from './contract-filter';

/** ORD-2: the customers' contracts, the one that ends soonest first. */
export function ContractList() {
  const { t } = useTranslation('contracts');
  const navigate = useNavigate();
  const formats = useFormats();
  const today = useToday();
  const customerView = useCustomerView();
  const contracts = useRecords('contract');
  const accountName = useNames('account');
  const [filter, setFilter] = useRemembered<ContractFilter>('contracts:filter', noContractFilter);
  const [sort, setSort] = useRemembered<Sort | null>('contracts:sort', { key: 'ends', direction: 'up' });
  const columns = useMemo(
    () => contractColumns({ t, formats, today, accountName }),
    [t, formats, today, accountName],
  );
  const shown = useMemo(
    () => filterContracts(contracts ?? [], filter, today, (id) => accountName(id) ?? ''),
    [contracts, filter, today, accountName],
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
          <ListSearch
            value={filter.text}
            placeholder={t('search')}
            onChange={(text) => setFilter({ ...filter, text })}
          />
          <Select
            w={200}
            aria-label={t('ending.label')}
            value={filter.ending}
            allowDeselect={false}
            data={endings.map((value) => ({ value, label: t(`ending.${value}`) }))}
            onChange={(ending) => setFilter({ ...filter, ending: ending ?? 'running' })}
          />
          {contracts && <ListCount>{t('count', { count: shown.length })}</ListCount>}
        </>
      }
    >
      {contracts && (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/contracts/${id}`)}
          sort={sort}
          onSort={setSort}
          emptyState={
            contracts.length > 0 ? (
              <NoMatch onClear={() => setFilter({ text: '', ending: 'all' })} />
            ) : (
              <EmptyState icon={IconFileCertificate} title={t('empty.title')} text={t('empty.text')} />
            )
          }
        />
      )}
    </Page>
  );
}

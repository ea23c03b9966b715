import { Button, MultiSelect, Select } from '@mantine/core';
import { IconShoppingCart } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { orderStates } from '#shared/domain/order/order';
import { useCustomerView } from '../../client/customer-view';
import { useRecords, useRecordStates } from '../../client/hooks';
import { useUnreadOf } from '../../records/conversation/use-unread';
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
import { orderColumns } from './order-columns';
import { filterOrders, noOrderFilter, type OrderFilter } from './order-filter';

/** Every order of the partner, newest first. */
export function OrderList() {
  const { t } = useTranslation(['orders', 'records']);
  const navigate = useNavigate();
  const formats = useFormats();
  const customerView = useCustomerView();
  const orders = useRecords('order');
  const people = useRecords('person') ?? [];
  const states = useRecordStates('order');
  const unread = useUnreadOf('order');
  const accountName = useNames('account');
  const [filter, setFilter] = useRemembered<OrderFilter>('orders:filter', noOrderFilter);
  const [sort, setSort] = useRemembered<Sort | null>('orders:sort', { key: 'placedAt', direction: 'down' });
  const columns = useMemo(
    () => orderColumns({ t, formats, accountName, states, unread }),
    [t, formats, accountName, states, unread],
  );
  const shown = useMemo(
    () => filterOrders(orders ?? [], filter, (id) => accountName(id) ?? ''),
    [orders, filter, accountName],
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
          <MultiSelect
            miw={170}
            maw={360}
            aria-label={t('state')}
            placeholder={filter.states.length === 0 ? t('allStates') : ''}
            value={[...filter.states]}
            clearable
            data={orderStates.map((value) => ({ value, label: t(`records:orderState.${value}`) }))}
            onChange={(chosen) => setFilter({ ...filter, states: chosen })}
          />
          <Select
            w={185}
            aria-label={t('owner')}
            placeholder={t('allOwners')}
            value={filter.ownerId}
            clearable
            data={people.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(ownerId) => setFilter({ ...filter, ownerId })}
          />
          {orders && <ListCount>{t('count', { count: shown.length })}</ListCount>}
        </>
      }
    >
      {orders && (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/orders/${id}`)}
          sort={sort}
          onSort={setSort}
          emptyState={
            orders.length > 0 ? (
              <NoMatch onClear={() => setFilter(noOrderFilter)} />
            ) : (
              <EmptyState
                icon={IconShoppingCart}
                title={t('empty.title')}
                text={t('empty.text')}
                action={
                  <Button component={Link} to="/quotes" variant="default">
                    {t('toQuotes')}
                  </Button>
                }
              />
            )
          }
        />
      )}
    </Page>
  );
}

import { Button, Select } from '@mantine/core';
import { IconPlus, IconShieldCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { addDays } from '#shared/lib/clock';
import { useCustomerView } from '../../client/customer-view';
import { usePartner, useRecord, useRecords, useRecordStates } from '../../client/hooks';
import { useUnreadOf } from '../../records/conversation/use-unread';
import { useNames } from '../../records/use-names';
import { useToday } from '../../records/use-today';
import { useCommands, type Command } from '../../ui/commands';
import { DataTable, type Sort } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { ListCount } from '../../ui/list-count';
import { ListSearch } from '../../ui/list-search';
import { NoMatch } from '../../ui/no-match';
import { Page } from '../../ui/page';
import { useRemembered } from '../../ui/use-remembered';
import { useRegistrationCommands } from './commands';
import { registrationColumns } from './registration-columns';
import { RegistrationDrawer } from './registration-drawer';
import {
  filterRegistrations,
  noRegistrationFilter,
  standings,
  type RegistrationFilter,
} from './registration-filter';
import { emptyRegistration, registrationOf, type RegistrationDraft } from './registration-form';

/** Deals the vendor was asked to protect. `?opportunity=<id>` opens the form for that deal, `?new` an empty one. */
export function RegistrationList() {
  const { t } = useTranslation('registrations');
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const formats = useFormats();
  const customerView = useCustomerView();
  const requests = useRecords('registrationRequest');
  const states = useRecordStates('registrationRequest');
  const unread = useUnreadOf('registrationRequest');
  const accountName = useNames('account');
  const personName = useNames('person');
  const [filter, setFilter] = useRemembered<RegistrationFilter>('registrations:filter', noRegistrationFilter);
  const [sort, setSort] = useRemembered<Sort | null>('registrations:sort', { key: 'state', direction: 'up' });
  const forDeal = address.get('opportunity');
  const adding = forDeal !== null || address.has('new');

  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'new-registration',
          title: t('new'),
          group: t('title'),
          shortcut: 'N',
          icon: IconPlus,
          run: () => setAddress({ new: '' }),
        },
      ],
      [t, setAddress],
    ),
  );
  const columns = useMemo(
    () => registrationColumns({ t, formats, accountName, personName, states, unread }),
    [t, formats, accountName, personName, states, unread],
  );
  const shown = useMemo(
    () => filterRegistrations(requests ?? [], filter, (id) => accountName(id) ?? ''),
    [requests, filter, accountName],
  );
  if (customerView.on) {
    return (
      <Page title={t('title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  const add = (
    <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAddress({ new: '' })}>
      {t('new')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      actions={add}
      toolbar={
        <>
          <ListSearch
            value={filter.text}
            placeholder={t('search')}
            onChange={(text) => setFilter({ ...filter, text })}
          />
          <Select
            w={190}
            aria-label={t('state')}
            placeholder={t('allStates')}
            value={filter.standing}
            clearable
            data={standings.map((value) => ({ value, label: t(`standing.${value}`) }))}
            onChange={(standing) => setFilter({ ...filter, standing })}
          />
          {requests && <ListCount>{t('count', { count: shown.length })}</ListCount>}
        </>
      }
    >
      {requests && (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/registrations/${id}`)}
          sort={sort}
          onSort={setSort}
          emptyState={
            requests.length > 0 ? (
              <NoMatch onClear={() => setFilter(noRegistrationFilter)} />
            ) : (
              <EmptyState
                icon={IconShieldCheck}
                title={t('empty.title')}
                text={t('empty.text')}
                action={add}
              />
            )
          }
        />
      )}
      <NewRegistration key={forDeal} opened={adding} forDeal={forDeal} />
    </Page>
  );
}

function NewRegistration({ opened, forDeal }: { readonly opened: boolean; readonly forDeal: string | null }) {
  const { t, i18n } = useTranslation('registrations');
  const navigate = useNavigate();
  const [, setAddress] = useSearchParams();
  const today = useToday();
  const partner = usePartner();
  const opportunity = useRecord('opportunity', forDeal);
  const { submit } = useRegistrationCommands();
  const [draft, setDraft] = useRemembered<RegistrationDraft | null>(
    `draft:new-registration:${forDeal ?? ''}`,
    null,
  );
  // The form closes over the list before it is taken away.
  const [wasOpened, setWasOpened] = useState(opened);
  if (opened && !wasOpened) setWasOpened(true);
  if (!partner || opportunity === undefined || !wasOpened) return null;
  return (
    <RegistrationDrawer
      opened={opened}
      title={t('new')}
      submitLabel={t('submit')}
      draft={draft}
      empty={
        opportunity
          ? registrationOf(opportunity, i18n.language)
          : emptyRegistration(partner.currency, addDays(today, 60))
      }
      onDraft={setDraft}
      onClose={() => setAddress({}, { replace: true })}
      onSubmit={async (fields) => {
        const id = await submit(fields);
        if (id !== null) void navigate(`/registrations/${id}`);
        return id !== null;
      }}
    />
  );
}

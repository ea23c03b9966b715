import { Button } from '@mantine/core';
import { IconLayoutKanban, IconList, IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import { addDays } from '#shared/lib/clock';
import { useCustomerView } from '../../client/customer-view';
import { usePartner, useRecords, useRecordStates } from '../../client/hooks';
import { useNames } from '../../records/use-names';
import { useToday } from '../../records/use-today';
import { useCommands, type Command } from '../../ui/commands';
import { DataTable, type Sort } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { ListCount } from '../../ui/list-count';
import { NoMatch } from '../../ui/no-match';
import { Page } from '../../ui/page';
import { useRemembered } from '../../ui/use-remembered';
import { BoardView } from './board-view';
import { useOpportunityCommands } from './commands';
import { opportunityColumns } from './opportunity-columns';
import { OpportunityDrawer } from './opportunity-drawer';
import {
  filterOpportunities,
  firstOpportunityFilter,
  noOpportunityFilter,
  type OpportunityFilter,
} from './opportunity-filter';
import { OpportunityFilters, type OpportunitiesView } from './opportunity-filters';
import { emptyOpportunity, type OpportunityDraft } from './opportunity-form';

/** Every deal, as a board along the sales path or as a list. `?new=<account id>` opens the form for that customer. */
export function OpportunitiesPage() {
  const { t } = useTranslation(['opportunities', 'records', 'forms']);
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const formats = useFormats();
  const today = useToday();
  const customerView = useCustomerView();
  const partner = usePartner();
  const opportunities = useRecords('opportunity');
  const states = useRecordStates('opportunity');
  const accountName = useNames('account');
  const ownerName = useNames('person');
  const { move } = useOpportunityCommands();
  const [view, setView] = useRemembered<OpportunitiesView>('opportunities:view', 'board');
  const [filter, setFilter] = useRemembered<OpportunityFilter>(
    'opportunities:filter',
    firstOpportunityFilter,
  );
  const [sort, setSort] = useRemembered<Sort | null>('opportunities:sort', {
    key: 'closeOn',
    direction: 'up',
  });
  const [draft, setDraft] = useRemembered<OpportunityDraft | null>('draft:new-opportunity', null);
  const [adding, setAdding] = useState(false);
  const forAccount = address.get('new');

  useCommands(
    useMemo<readonly Command[]>(() => {
      const group = t('group');
      return [
        {
          id: 'new-opportunity',
          title: t('new'),
          group,
          shortcut: 'N',
          icon: IconPlus,
          run: () => setAdding(true),
        },
        view === 'board'
          ? {
              id: 'opportunities-view',
              title: t('switchToList'),
              group,
              shortcut: 'V',
              icon: IconList,
              run: () => setView('list'),
            }
          : {
              id: 'opportunities-view',
              title: t('switchToBoard'),
              group,
              shortcut: 'V',
              icon: IconLayoutKanban,
              run: () => setView('board'),
            },
      ];
    }, [t, view, setView]),
  );
  const context = useMemo(() => ({ today, accountName, states }), [today, accountName, states]);
  const columns = useMemo(
    () => opportunityColumns({ t, formats, ownerName, ...context }),
    [t, formats, ownerName, context],
  );
  const inUse = useMemo(() => (view === 'board' ? { ...filter, stage: null } : filter), [filter, view]);
  const shown = useMemo(
    () =>
      filterOpportunities(opportunities ?? [], inUse, { today, accountName: (id) => accountName(id) ?? '' }),
    [opportunities, inUse, today, accountName],
  );

  if (customerView.on) {
    return (
      <Page title={t('title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  const filtered =
    inUse.text !== '' || inUse.ownerId !== null || inUse.closing !== null || inUse.stage !== null;
  const open = ({ id }: Opportunity) => void navigate(`/opportunities/${id}`);
  const add = (
    <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
      {t(draft ? 'continueNew' : 'new')}
    </Button>
  );
  const nothing =
    opportunities?.length === 0 ? (
      <EmptyState icon={IconTargetArrow} title={t('empty.title')} text={t('empty.text')} action={add} />
    ) : filtered && shown.length === 0 ? (
      <NoMatch onClear={() => setFilter(noOpportunityFilter)} />
    ) : null;
  return (
    <Page
      title={t('title')}
      actions={add}
      toolbar={
        <>
          <OpportunityFilters view={view} onView={setView} filter={filter} onFilter={setFilter} />
          {opportunities && <ListCount>{t('count', { count: shown.length })}</ListCount>}
        </>
      }
    >
      {opportunities &&
        (nothing ??
          (view === 'board' ? (
            <BoardView opportunities={shown} context={context} onOpen={open} onMove={move} />
          ) : (
            <DataTable
              label={t('title')}
              columns={columns}
              rows={shown}
              rowKey={({ id }) => id}
              onOpen={open}
              sort={sort}
              onSort={setSort}
            />
          )))}
      {partner && (
        <OpportunityDrawer
          key={forAccount}
          opened={adding || forAccount !== null}
          draft={draft}
          empty={emptyOpportunity(partner.currency, addDays(today, 30), forAccount ?? '')}
          onDraft={setDraft}
          onClose={() => {
            setAdding(false);
            if (forAccount !== null) setAddress({}, { replace: true });
          }}
          onCreated={(id) => void navigate(`/opportunities/${id}`)}
        />
      )}
    </Page>
  );
}

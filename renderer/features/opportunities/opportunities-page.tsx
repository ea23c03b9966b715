import { Button } from '@mantine/core';
import { IconLayoutKanban, IconList, IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import { addDays } from '#shared/lib/clock';
import { useCustomerView } from '../../client/customer-view';
import { usePartner, useRecords, useRecordStates } from '../../client/hooks';
import { forecastOf } from '#shared/domain/deal/forecast';
import { useUnreadOf } from '../../records/conversation/use-unread';
import { ExportMenu } from '../../records/export/export-menu';
import { SavedViews } from '../../records/saved-views/saved-views';
import { useNames } from '../../records/use-names';
import { useToday } from '../../records/use-today';
import { useCommands, type Command } from '../../ui/commands';
import { DataTable } from '../../ui/data-table';
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
  isFiltering,
  noOpportunityFilter,
  searchTexts,
  type OpportunityFilter,
} from './opportunity-filter';
import { OpportunityFilters } from './opportunity-filters';
import { emptyOpportunity, type OpportunityDraft } from './opportunity-form';
import { useOpportunityExport } from './use-opportunity-export';
import { useOpportunitiesLook } from './use-opportunities-look';

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
  const unread = useUnreadOf('opportunity');
  const accountName = useNames('account');
  const ownerName = useNames('person');
  const { move } = useOpportunityCommands();
  const { view, filter, sort, query, look } = useOpportunitiesLook();
  const setFilter = (next: OpportunityFilter) => look({ filter: next });
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
              run: () => look({ view: 'list' }),
            }
          : {
              id: 'opportunities-view',
              title: t('switchToBoard'),
              group,
              shortcut: 'V',
              icon: IconLayoutKanban,
              run: () => look({ view: 'board' }),
            },
      ];
    }, [t, view, look]),
  );
  const context = useMemo(
    () => ({ today, accountName, states, unread }),
    [today, accountName, states, unread],
  );
  const columns = useMemo(
    () => opportunityColumns({ t, formats, ownerName, ...context }),
    [t, formats, ownerName, context],
  );
  const inUse = useMemo(() => (view === 'board' ? { ...filter, stage: null } : filter), [filter, view]);
  // Typing stays ahead of the list: ten thousand deals may take a moment longer than a key.
  const narrowed = useDeferredValue(inUse);
  const textOf = useMemo(() => searchTexts((id) => accountName(id) ?? ''), [accountName]);
  const shown = useMemo(
    () => filterOpportunities(opportunities ?? [], narrowed, { today, textOf, forecastOf }),
    [opportunities, narrowed, today, textOf],
  );

  const exports = useOpportunityExport(shown);

  if (customerView.on) {
    return (
      <Page title={t('title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  const filtered = isFiltering(inUse);
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
      actions={
        <>
          <ExportMenu exports={exports} imports={['opportunities']} />
          {add}
        </>
      }
      toolbar={
        <>
          <OpportunityFilters
            view={view}
            onView={(next) => look({ view: next })}
            filter={filter}
            onFilter={setFilter}
          />
          <SavedViews
            list="opportunities"
            query={query}
            onOpen={(saved) => setAddress(saved, { replace: true })}
          />
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
              onSort={(next) => look({ sort: next })}
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
            if (forAccount !== null) setAddress(query, { replace: true });
          }}
          onCreated={(id) => void navigate(`/opportunities/${id}`)}
        />
      )}
    </Page>
  );
}

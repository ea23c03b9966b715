import { Button, SegmentedControl } from '@mantine/core';
import { IconChartBar, IconFileImport, IconInbox, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCommands, type Command } from '../../../ui/commands';
import { DataTable } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { ListSearch } from '../../../ui/list-search';
import { NoMatch } from '../../../ui/no-match';
import { useRemembered } from '../../../ui/use-remembered';
import { DeskPage } from '../desk-page';
import { usePolled } from '../queries';
import { VendorPeopleOnly } from '../vendor-people-only';
import { useDeskLeadColumns } from './desk-lead-columns';
import { deskLeadRows, deskLeadViews, waitsForDesk, type DeskLeadView } from './desk-leads';
import { requestDeskLeads } from './desk-leads-api';
import { ImportDialog } from './import-dialog';
import { NewLeadDrawer } from './new-lead-drawer';

/** `/vendor-desk/leads`: customers who asked the vendor, with who has them and how fast that was. */
export const DeskLeadsPage = () => (
  <VendorPeopleOnly>
    <DeskLeads />
  </VendorPeopleOnly>
);

const read = (signal?: AbortSignal) => requestDeskLeads((path, init) => fetch(path, init), {}, signal);

function DeskLeads() {
  const { t } = useTranslation('vendor-leads');
  const navigate = useNavigate();
  const polled = usePolled(read);
  const columns = useDeskLeadColumns();
  const [view, setView] = useRemembered<DeskLeadView>('vendor-desk:leads', 'to-do');
  const [text, setText] = useState('');
  const [open, setOpen] = useState<'new' | 'import' | null>(null);
  const waiting = polled.value?.filter(waitsForDesk).length;

  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'new-lead',
          title: t('new'),
          group: t('title'),
          shortcut: 'N',
          icon: IconPlus,
          run: () => setOpen('new'),
        },
        {
          id: 'import-leads',
          title: t('import.title'),
          group: t('title'),
          icon: IconFileImport,
          run: () => setOpen('import'),
        },
      ],
      [t],
    ),
  );
  return (
    <>
      <DeskPage
        polled={polled}
        waiting={waiting === undefined ? undefined : t('waitingCount', { count: waiting })}
        loading={t('loading')}
        actions={
          <>
            <Button
              component={Link}
              to="/vendor-desk/leads/statistics"
              variant="default"
              leftSection={<IconChartBar size={15} aria-hidden />}
            >
              {t('statistics.title')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileImport size={15} aria-hidden />}
              onClick={() => setOpen('import')}
            >
              {t('import.action')}
            </Button>
            <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setOpen('new')}>
              {t('new')}
            </Button>
          </>
        }
        filters={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('view.label')}
              value={view}
              data={deskLeadViews.map((value) => ({ value, label: t(`view.${value}`) }))}
              onChange={setView}
            />
            <ListSearch value={text} placeholder={t('search')} onChange={setText} />
          </>
        }
      >
        {(leads) => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={deskLeadRows(leads, view, text)}
            rowKey={({ id }) => id}
            onOpen={({ id }) => void navigate(`/vendor-desk/leads/${id}`)}
            emptyState={
              text === '' ? (
                <EmptyState
                  icon={IconInbox}
                  title={t(view === 'to-do' ? 'empty.toDo' : 'empty.title')}
                  text={t('empty.text')}
                />
              ) : (
                <NoMatch onClear={() => setText('')} />
              )
            }
          />
        )}
      </DeskPage>
      <NewLeadDrawer
        opened={open === 'new'}
        onClose={() => setOpen(null)}
        onCreated={(id) => void navigate(`/vendor-desk/leads/${id}`)}
      />
      {open === 'import' && (
        <ImportDialog onClose={() => setOpen(null)} onImported={() => void polled.refresh()} />
      )}
    </>
  );
}

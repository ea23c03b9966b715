import { SegmentedControl } from '@mantine/core';
import { IconInbox, IconRefresh } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands, type Command } from '../../ui/commands';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';
import { ListSearch } from '../../ui/list-search';
import { NoMatch } from '../../ui/no-match';
import { useRemembered } from '../../ui/use-remembered';
import { useDeskCommands } from './commands';
import { DeskPage } from './desk-page';
import { useVendorOrders } from './queries';
import { RejectDialog } from './reject-dialog';
import { StatusImport } from './status-import';
import { deskRows, waitingCount, withPending, type DeskFilter } from './vendor-desk';
import type { OrderDecision, VendorOrder } from './vendor-desk-api';
import { vendorOrderColumns } from './vendor-order-columns';
import { VendorOrderPanel } from './vendor-order-panel';
import { VendorPeopleOnly } from './vendor-people-only';

/** `/vendor-desk`: where the vendor's people decide about orders. Online only: what is shown is what the server has. */
export const VendorDeskPage = () => (
  <VendorPeopleOnly>
    <VendorDesk />
  </VendorPeopleOnly>
);

const filters = ['waiting', 'decided', 'all'] as const;

function VendorDesk() {
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  const vendorOrders = useVendorOrders();
  const { value: orders, readAt, refresh } = vendorOrders;
  const { pending, decide } = useDeskCommands(refresh);
  const [filter, setFilter] = useRemembered<DeskFilter>('vendor-desk:filter', 'waiting');
  const [text, setText] = useState('');
  const [rejecting, setRejecting] = useState<VendorOrder | null>(null);
  const [selectedId, setSelectedId] = useState<string>();
  const [focusAsked, setFocusAsked] = useState(0);
  const desk = useRef<HTMLDivElement>(null);

  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'refresh-vendor-desk',
          title: t('refresh'),
          group: t('group'),
          shortcut: 'R',
          icon: IconRefresh,
          run: () => void refresh(),
        },
      ],
      [t, refresh],
    ),
  );
  const columns = vendorOrderColumns({
    t,
    formats,
    pending,
    narrow: selectedId !== undefined,
  });
  const rows = useMemo(() => {
    // A row that is being decided stays where it is until the server has answered: nothing moves under the cursor.
    return withPending(deskRows(orders ?? [], filter, text), pending);
  }, [orders, pending, filter, text]);
  // A decided order leaves the queue but stays in the panel: were the next one put there, a second click would decide about that.
  const selected = withPending(orders ?? [], pending).find(({ order }) => order.id === selectedId);
  const select = (row: VendorOrder) => {
    setSelectedId(row.order.id);
    setFocusAsked(0);
  };
  const focusPanel = () => setFocusAsked((times) => times + 1);
  // The buttons go with the decision, and would take the focus with them.
  const decideInPanel = (row: VendorOrder, decision: OrderDecision) => {
    focusPanel();
    return decide(row, decision);
  };
  const closePanel = () => {
    setSelectedId(undefined);
    desk.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  };

  return (
    <>
      <DeskPage
        ref={desk}
        polled={vendorOrders}
        waiting={orders && t('waitingCount', { count: waitingCount(orders) })}
        loading={t('loading')}
        actions={<StatusImport onImported={refresh} />}
        filters={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('filter.label')}
              value={filter}
              data={filters.map((value) => ({ value, label: t(`filter.${value}`) }))}
              onChange={(next) => setFilter(next)}
            />
            <ListSearch value={text} placeholder={t('search')} onChange={setText} />
          </>
        }
        aside={
          selected && (
            <VendorOrderPanel
              key={selected.order.id}
              row={selected}
              onItsWay={pending.some(({ orderId }) => orderId === selectedId)}
              listReadAt={readAt}
              focusAsked={focusAsked}
              onAccept={() => void decideInPanel(selected, { decision: 'accepted', reason: '' })}
              onReject={() => setRejecting(selected)}
              onClose={closePanel}
              onReported={refresh}
            />
          )
        }
      >
        {() => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={rows}
            rowKey={({ order }) => order.id}
            selectedKey={selectedId}
            onSelect={select}
            onOpen={(row, by) => {
              setSelectedId(row.order.id);
              if (by === 'keyboard') focusPanel();
            }}
            emptyState={
              text !== '' ? (
                <NoMatch onClear={() => setText('')} />
              ) : (
                <EmptyState
                  icon={IconInbox}
                  title={t(filter === 'decided' ? 'emptyDecided.title' : 'empty.title')}
                  text={t(filter === 'decided' ? 'emptyDecided.text' : 'empty.text')}
                />
              )
            }
          />
        )}
      </DeskPage>
      {rejecting && (
        <RejectDialog
          key={rejecting.order.id}
          row={rejecting}
          onClose={() => setRejecting(null)}
          onReject={(decision) => decideInPanel(rejecting, decision)}
        />
      )}
    </>
  );
}

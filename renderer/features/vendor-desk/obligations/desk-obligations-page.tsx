import { Button, Group, SegmentedControl, Textarea } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VendorObligation } from '#shared/protocol/vendor-obligation';
import { ObligationBadge } from '../../../records/obligations/obligation-badge';
import { useObligationText } from '../../../records/obligations/use-obligation-text';
import { DataTable, type Column } from '../../../ui/data-table';
import { Dialog } from '../../../ui/dialog';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { useRemembered } from '../../../ui/use-remembered';
import { textColumn } from '../desk-columns';
import { DeskPage } from '../desk-page';
import { usePolled } from '../queries';
import { useToldDecision } from '../use-told-decision';
import { VendorPeopleOnly } from '../vendor-people-only';
import { requestDeskObligations, sendCompletion, type ObligationQuery } from './desk-obligations-api';

/** `/vendor-desk/obligations`: what the vendor owes in its partners' deals, and what they owe (OPP-7). */
export const DeskObligationsPage = () => (
  <VendorPeopleOnly>
    <DeskObligations />
  </VendorPeopleOnly>
);

const sides = ['vendor', 'partner', 'both'] as const;
const states = ['open', 'done'] as const;

function DeskObligations() {
  const { t } = useTranslation('vendor-leads');
  const [side, setSide] = useRemembered<ObligationQuery['side']>('vendor-desk:obligations:side', 'vendor');
  const [state, setState] = useRemembered<ObligationQuery['state']>('vendor-desk:obligations:state', 'open');
  const [finishing, setFinishing] = useState<VendorObligation | null>(null);
  const read = useCallback(
    (signal?: AbortSignal) =>
      requestDeskObligations((path, init) => fetch(path, init), { side, state }, signal),
    [side, state],
  );
  const polled = usePolled(read);
  const columns = useColumns(setFinishing);
  return (
    <>
      <DeskPage
        polled={polled}
        waiting={polled.value && t('obligations.count', { count: polled.value.length })}
        loading={t('loading')}
        filters={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('obligations.sideLabel')}
              value={side}
              data={sides.map((value) => ({ value, label: t(`obligations.side.${value}`) }))}
              onChange={setSide}
            />
            <SegmentedControl
              size="xs"
              aria-label={t('state')}
              value={state}
              data={states.map((value) => ({ value, label: t(`obligations.state.${value}`) }))}
              onChange={setState}
            />
          </>
        }
      >
        {(obligations) => (
          <DataTable
            label={t('obligations.title')}
            columns={columns}
            rows={obligations}
            rowKey={({ obligation }) => obligation.id}
            onOpen={(row) => {
              if (row.obligation.side === 'vendor' && !row.obligation.done) setFinishing(row);
            }}
            emptyState={
              <EmptyState
                icon={IconListCheck}
                title={t('obligations.empty')}
                text={t('obligations.emptyText')}
              />
            }
          />
        )}
      </DeskPage>
      {finishing && (
        <FinishDialog
          key={finishing.obligation.id}
          row={finishing}
          onClose={() => setFinishing(null)}
          onDone={polled.refresh}
        />
      )}
    </>
  );
}

function useColumns(onFinish: (row: VendorObligation) => void): readonly Column<VendorObligation>[] {
  const { t } = useTranslation(['vendor-leads', 'obligations']);
  const formats = useFormats();
  const textOf = useObligationText();
  return [
    textColumn('text', t('obligations:field.text'), 'minmax(180px, 2fr)', ({ obligation }) =>
      textOf(obligation),
    ),
    textColumn('deal', t('obligations.deal'), 'minmax(140px, 1.2fr)', ({ accountName, opportunityName }) =>
      [accountName, opportunityName].filter(Boolean).join(' \u00b7 '),
    ),
    textColumn('partner', t('partner'), 'minmax(120px, 1fr)', ({ partnerName }) => partnerName),
    textColumn('who', t('obligations:field.owner'), 'minmax(110px, 0.8fr)', ({ obligation, ownerName }) =>
      obligation.side === 'vendor' ? t('obligations:vendor') : ownerName,
    ),
    {
      key: 'due',
      title: t('obligations:field.dueOn'),
      width: 116,
      render: ({ obligation }) => formats.day(obligation.dueOn),
      sortValue: ({ obligation }) => obligation.dueOn,
    },
    {
      key: 'state',
      title: t('state'),
      width: 140,
      render: ({ obligation }) => <ObligationBadge obligation={obligation} />,
    },
    {
      key: 'done',
      title: t('obligations.finish'),
      width: 110,
      render: (row) =>
        row.obligation.side === 'vendor' && !row.obligation.done ? (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('obligations:complete', { text: textOf(row.obligation) })}
            onClick={() => onFinish(row)}
          >
            {t('obligations:finish')}
          </Button>
        ) : (
          (row.obligation.done?.by ?? null)
        ),
    },
  ];
}

interface FinishDialogProps {
  readonly row: VendorObligation;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** A word about how it was done, which the partner reads. */
function FinishDialog({ row, onClose, onDone }: FinishDialogProps) {
  const { t } = useTranslation(['vendor-leads', 'obligations']);
  const tell = useToldDecision();
  const textOf = useObligationText();
  const [note, setNote] = useRemembered(`draft:finish:${row.obligation.id}`, '');
  const what = textOf(row.obligation);
  const finish = async (): Promise<void> => {
    const sent = sendCompletion((path, init) => fetch(path, init), row.obligation.id, note.trim());
    if (await tell(what, sent, () => t('obligations:completed', { text: what }))) {
      setNote('');
      onClose();
    }
    await onDone();
  };
  return (
    <Dialog opened onClose={onClose} title={what}>
      <Textarea
        label={t('obligations:note')}
        description={t('obligations.noteHint', { partner: row.partnerName })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-autofocus
        autosize
        minRows={2}
        maxRows={10}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button onClick={() => void finish()}>{t('obligations:finish')}</Button>
      </Group>
    </Dialog>
  );
}

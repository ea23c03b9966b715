import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusImported } from '#shared/protocol/order-status';
import { Dialog } from '../../ui/dialog';
import { PlainTable } from '../../ui/plain-table';
import type { DeskProblem } from './desk-request';
import { sendStatusFile } from './order-status-api';
import classes from './status-import.module.css';

type Answer =
  | { readonly type: 'imported'; readonly value: StatusImported }
  | { readonly type: 'failed'; readonly error: DeskProblem }
  | { readonly type: 'unreadable' };

/** ORD-1: takes a CSV file of order statuses, whole; what is wrong with which row is shown, and nothing of it was taken then. */
export function StatusImport({ onImported }: { readonly onImported: () => Promise<void> }) {
  const { t } = useTranslation('vendor-desk');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (file: File | null): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setAnswer(await importFile(file));
    await onImported();
    setBusy(false);
  };
  return (
    <>
      {/* A file that was put right is chosen again under its old name. */}
      <FileButton
        key={answer ? 'again' : 'first'}
        accept=".csv,text/csv"
        onChange={(file) => void read(file)}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={busy}
            leftSection={<IconFileImport size={14} aria-hidden />}
          >
            {t('statusImport.choose')}
          </Button>
        )}
      </FileButton>
      <Dialog
        opened={answer !== null}
        title={t('statusImport.title')}
        onClose={() => setAnswer(null)}
        size="lg"
      >
        {answer && <ImportAnswer answer={answer} />}
      </Dialog>
    </>
  );
}

async function importFile(file: File): Promise<Answer> {
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { type: 'unreadable' }; // a folder, or gone from the disk meanwhile
  }
  const sent = await sendStatusFile((path, init) => fetch(path, init), text);
  return sent.ok ? { type: 'imported', value: sent.value } : { type: 'failed', error: sent.error };
}

function ImportAnswer({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('vendor-desk');
  if (answer.type === 'unreadable') return <p role="alert">{t('statusImport.unreadable')}</p>;
  if (answer.type === 'failed') {
    return (
      <p role="alert">
        {t(answer.error.type === 'offline' ? 'statusImport.offline' : 'statusImport.refused')}
      </p>
    );
  }
  const { rows, taken, repeated, errors } = answer.value;
  if (errors.length === 0) return <p>{t('statusImport.done', { rows, taken, repeated })}</p>;
  return (
    <>
      <p role="alert">{t('statusImport.nothing', { count: errors.length })}</p>
      <div className={classes['errors']}>
        <PlainTable
          label={t('statusImport.errors')}
          rows={errors.slice(0, shown)}
          rowKey={({ row, column, problem }) => `${row} ${column ?? ''} ${problem}`}
          columns={[
            {
              key: 'row',
              title: t('statusImport.row'),
              width: '70px',
              align: 'right',
              render: ({ row }) => row,
            },
            {
              key: 'column',
              title: t('statusImport.column'),
              width: '150px',
              render: ({ column }) => column ?? '\u2014',
            },
            {
              key: 'problem',
              title: t('statusImport.problem'),
              render: ({ problem }) => t(`statusImport.why.${problem}`),
            },
            {
              key: 'value',
              title: t('statusImport.value'),
              render: ({ value }) => <span title={value}>{value}</span>,
            },
          ]}
        />
      </div>
    </>
  );
}

/** As many as somebody puts right at a time. */
const shown = 200;

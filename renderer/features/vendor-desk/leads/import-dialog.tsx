import { Button, FileInput, Group } from '@mantine/core';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leadColumns, type ImportedLeads } from '#shared/protocol/vendor-lead';
import { Dialog } from '../../../ui/dialog';
import { ErrorNotice } from '../../../ui/error-notice';
import { useFormats } from '../../../ui/formats';
import { PlainTable } from '../../../ui/plain-table';
import type { DeskProblem } from '../desk-request';
import { sendLeadFile } from './desk-leads-api';
import classes from './desk-leads.module.css';

interface ImportDialogProps {
  readonly onClose: () => void;
  readonly onImported: () => void;
}

/** As many bytes as the server takes. */
const most = 5_000_000;

/** Leads from a CSV file: good rows become leads, of every other one it is said what is wrong, where and with which value. */
export function ImportDialog({ onClose, onImported }: ImportDialogProps) {
  const { t } = useTranslation('vendor-leads');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<ImportedLeads | null>(null);
  const [problem, setProblem] = useState<DeskProblem | { readonly type: 'too-large' } | null>(null);
  const send = async (): Promise<void> => {
    if (!file) return;
    setProblem(null);
    if (file.size > most) return setProblem({ type: 'too-large' });
    setBusy(true);
    const answer = await sendLeadFile((path, init) => fetch(path, init), await file.text());
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    setResult(answer.value);
    onImported();
  };
  const template = `data:text/csv;charset=utf-8,${encodeURIComponent(`${leadColumns.join(',')}\r\n`)}`;
  return (
    <Dialog opened onClose={onClose} title={t('import.title')} size={result ? 'wide' : 'lg'}>
      {result ? (
        <Imported result={result} />
      ) : (
        <>
          <p className={classes['text']}>{t('import.text')}</p>
          <FileInput
            label={t('import.file')}
            placeholder={t('import.choose')}
            accept=".csv,.tsv,.txt,text/csv"
            clearable
            leftSection={<IconFileImport size={15} aria-hidden />}
            value={file}
            onChange={(next) => {
              setFile(next);
              setProblem(null);
            }}
          />
          {problem && (
            <div className={classes['notice']}>
              <ErrorNotice
                title={t('import.failed')}
                what={t(
                  problem.type === 'too-large'
                    ? 'import.tooLarge'
                    : problem.type === 'offline'
                      ? 'import.offline'
                      : 'import.notRead',
                )}
                safe={t('import.safe')}
              />
            </div>
          )}
        </>
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        {!result && (
          <Button
            component="a"
            href={template}
            download="leads.csv"
            variant="subtle"
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {t('import.template')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t(result ? 'import.close' : 'cancel')}
        </Button>
        {!result && (
          <Button loading={busy} disabled={!file} onClick={() => void send()}>
            {t('import.action')}
          </Button>
        )}
      </Group>
    </Dialog>
  );
}

function Imported({ result: { created, problems } }: { readonly result: ImportedLeads }) {
  const { t } = useTranslation('vendor-leads');
  const formats = useFormats();
  return (
    <>
      <p className={classes['text']}>{t('import.created', { count: created })}</p>
      {problems.length > 0 && (
        <>
          <p className={classes['text']}>{t('import.problems', { count: problems.length })}</p>
          <PlainTable
            label={t('import.problemsLabel')}
            rows={problems.map((problem, at) => ({ ...problem, at }))}
            rowKey={({ at }) => String(at)}
            columns={[
              {
                key: 'row',
                title: t('import.row'),
                width: '80px',
                align: 'right',
                render: ({ row }) => (row === null ? '\u2014' : formats.number(row)),
              },
              { key: 'column', title: t('import.column'), width: '130px', render: ({ column }) => column },
              { key: 'value', title: t('import.value'), render: ({ value }) => value },
              {
                key: 'problem',
                title: t('import.problem'),
                render: ({ problem }) => t(`import.rowProblem.${problem}`),
              },
            ]}
          />
        </>
      )}
    </>
  );
}

import { Button, FileInput, Group, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriceDraft } from '#shared/protocol/vendor-price-book';
import { Dialog } from '../../../ui/dialog';
import { ErrorNotice } from '../../../ui/error-notice';
import { sendPriceList, type ImportProblem } from './desk-price-books-api';

interface ImportPricesDialogProps {
  readonly bookId: string;
  readonly onClose: () => void;
  readonly onImported: (draft: PriceDraft) => void;
}

/** Reasons that have words of their own; anything else the server says is "other". */
const fileProblems = [
  'empty',
  'too-large',
  'binary',
  'utf-16',
  'missing-columns',
  'not-csv',
  'no-good-rows',
] as const;
const fileProblem = (why: string): (typeof fileProblems)[number] | 'other' =>
  fileProblems.find((known) => known === why) ?? 'other';

/** A CSV price list becomes a draft: nobody but the vendor sees it before it is published. */
export function ImportPricesDialog({ bookId, onClose, onImported }: ImportPricesDialogProps) {
  const { t } = useTranslation('vendor-admin');
  const [file, setFile] = useState<File | null>(null);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ImportProblem | null>(null);
  const send = async (): Promise<void> => {
    if (!file) return;
    setProblem(null);
    setBusy(true);
    const answer = await sendPriceList((path, init) => fetch(path, init), bookId, { file, note });
    setBusy(false);
    if (answer.ok) onImported(answer.value);
    else setProblem(answer.error);
  };
  return (
    <Dialog opened onClose={onClose} title={t('books.import')} size="lg">
      <FileInput
        label={t('books.file')}
        description={t('books.fileHint')}
        placeholder={t('books.choose')}
        accept=".csv,.tsv,.txt,text/csv"
        clearable
        leftSection={<IconFileImport size={15} aria-hidden />}
        value={file}
        onChange={(next) => {
          setFile(next);
          setProblem(null);
        }}
      />
      <Textarea
        mt="md"
        label={t('books.note')}
        description={t('books.noteHint')}
        maxLength={500}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {problem && (
        <Group mt="md">
          <ErrorNotice
            title={t('books.notImported')}
            what={
              problem.type === 'file'
                ? t(`books.fileProblem.${fileProblem(problem.why)}`)
                : problem.type === 'offline'
                  ? t('problem.offline')
                  : t('problem.other')
            }
            safe={t('books.importSafe')}
          />
        </Group>
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button loading={busy} disabled={!file} onClick={() => void send()}>
          {t('books.importAction')}
        </Button>
      </Group>
    </Dialog>
  );
}

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { wrap } from 'comlink';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#shared/lib/ids';
import type { TableWriter } from '../../workers/table-writer';
import { amountForEditing } from '../amount-text';
import type { TableExport } from './table-export';
import { csvDelimiter, useSaveTable } from './use-save-table';

/** After this long, in milliseconds, it says that it is at work and can be cancelled. */
const patience = 400;

/** Writes a list as a file in a worker of its own, and hands it over. */
export function useWriteTable(): (table: TableExport, extension: 'csv' | 'xlsx') => Promise<void> {
  const { t, i18n } = useTranslation('import-export');
  const saveTable = useSaveTable();
  const { language } = i18n;
  return useCallback(
    async (table, extension) => {
      const thread = new Worker(new URL('../../workers/table-writer.worker.ts', import.meta.url), {
        type: 'module',
      });
      const notice = newId();
      let end: (why: 'cancelled' | 'failed') => void = () => undefined;
      const ended = new Promise<'cancelled' | 'failed'>((resolve) => {
        end = resolve;
      });
      const slow = setTimeout(() => {
        notifications.show({
          id: notice,
          loading: true,
          withBorder: true,
          autoClose: false,
          withCloseButton: false,
          title: t('working'),
          message: (
            <Button mt="xs" size="xs" variant="default" onClick={() => end('cancelled')}>
              {t('cancel')}
            </Button>
          ),
        });
      }, patience);
      thread.addEventListener('error', () => end('failed'));
      const bytes = await Promise.race([
        written(wrap<TableWriter>(thread), table, extension, language).catch(() => 'failed' as const),
        ended,
      ]);
      clearTimeout(slow);
      notifications.hide(notice);
      thread.terminate();
      if (bytes === 'failed') {
        notifications.show({ color: 'red', withBorder: true, autoClose: false, message: t('save.failed') });
      } else if (bytes !== 'cancelled') await saveTable(`${table.name}.${extension}`, bytes, extension);
    },
    [t, language, saveTable],
  );
}

function written(
  writer: { readonly csv: AsyncOf<TableWriter['csv']>; readonly xlsx: AsyncOf<TableWriter['xlsx']> },
  { columns, rows }: TableExport,
  extension: 'csv' | 'xlsx',
  language: string,
): Promise<Uint8Array> {
  if (extension === 'xlsx') return writer.xlsx(columns, rows());
  const texts = rows().map((row) =>
    row.map((value, at) => (columns[at]?.type === 'amount' ? amountForEditing(value, language) : value)),
  );
  return writer.csv([columns.map(({ title }) => title), ...texts], csvDelimiter(language));
}

type AsyncOf<F extends (...args: never[]) => unknown> = (
  ...args: Parameters<F>
) => Promise<Awaited<ReturnType<F>>>;

import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/client-context';

/** What separates columns for a spreadsheet in this language: where the comma is the decimal sign, it is the semicolon. */
export const csvDelimiter = (language: string): ',' | ';' =>
  new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ','
    ? ';'
    : ',';

const mimeTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Hands a table over as a file, and says so, or why not. */
export function useSaveTable(): (
  name: string,
  bytes: Uint8Array,
  extension: 'csv' | 'xlsx',
) => Promise<void> {
  const { platform } = useClient();
  const { t } = useTranslation('import-export');
  return useCallback(
    async (name, bytes, extension) => {
      const result = await platform.saveFile({ name, mimeType: mimeTypes[extension], bytes });
      if (!result.ok) {
        notifications.show({
          color: 'red',
          withBorder: true,
          autoClose: false,
          title: t('save.failed'),
          message: t('save.todo'),
        });
      } else if (result.value === 'saved') {
        notifications.show({ message: t('save.saved', { name }), withBorder: true });
      }
    },
    [platform, t],
  );
}

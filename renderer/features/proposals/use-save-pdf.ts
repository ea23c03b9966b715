import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/client-context';
import type { SaveError } from '../../platform/platform';

export interface SavePdf {
  readonly save: (name: string, bytes: Uint8Array) => void;
  readonly error: SaveError | null;
}

/** Hands the PDF over as a file. The error stays until the next try. */
export function useSavePdf(): SavePdf {
  const { platform } = useClient();
  const { t } = useTranslation('proposals');
  const [error, setError] = useState<SaveError | null>(null);
  const save = useCallback(
    (name: string, bytes: Uint8Array) => {
      const hand = async (): Promise<void> => {
        setError(null);
        const result = await platform.saveFile({ name, mimeType: 'application/pdf', bytes });
        if (!result.ok) setError(result.error);
        else if (result.value === 'saved') {
          const text = platform.kind === 'browser' ? t('downloaded', { name }) : t('saved', { name });
          notifications.show({ message: text, withBorder: true });
        }
      };
      void hand();
    },
    [platform, t],
  );
  return { save, error };
}

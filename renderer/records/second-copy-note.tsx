import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from '../client/client-context';

/** SY-2: said where people look at how their device keeps things, and only where the browser has no place for a journal. */
export function SecondCopyNote() {
  const { t } = useTranslation('storage');
  const { storage } = useClient();
  const { secondCopy, readOnly } = useStore(storage);
  return secondCopy || readOnly ? null : <p>{t('noSecondCopy')}</p>;
}

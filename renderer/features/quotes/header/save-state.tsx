import { IconAlertTriangle, IconCheck, IconLoader } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useRecordState } from '../../../client/hooks';
import { SyncMark } from '../../../ui/sync-mark';
import { useOpenQuote } from '../editing/open-quote';
import classes from './header.module.css';

const icons = { saved: IconCheck, saving: IconLoader, failed: IconAlertTriangle } as const;

/** "Saved" stands here only when every change is stored on this device; beside it, where the quote is on its way to the vendor. */
export function SaveState() {
  const { t } = useTranslation('quotes');
  const { editor, quote } = useOpenQuote();
  const saving = useStore(editor.store, (state) => state.saving);
  const sync = useRecordState('quote', quote.id);
  const Icon = icons[saving];
  return (
    <>
      <output className={classes['saving']} data-state={saving}>
        <Icon size={14} aria-hidden /> {t(`saving.${saving}`)}
      </output>
      <SyncMark state={sync} compact />
    </>
  );
}

import { IconAlertTriangle, IconArrowUp, IconCheck, IconDeviceLaptop, IconLoader } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import { useRecordState } from '../../../client/hooks';
import type { IconComponent } from '../../../ui/icon';
import type { SyncMarkState } from '../../../ui/sync-mark';
import { useOpenQuote } from '../editing/open-quote';
import classes from './header.module.css';

const savedIcons: Readonly<Record<SyncMarkState, IconComponent>> = {
  'saved-here': IconDeviceLaptop,
  sent: IconArrowUp,
  accepted: IconCheck,
  'needs-attention': IconAlertTriangle,
};

/** One statement: "Saved" stands here only when every change is stored on this device; after it, how far it is from the vendor until the vendor has it. */
export function SaveState() {
  const { t } = useTranslation('quotes');
  const { editor, quote } = useOpenQuote();
  const saving = useStore(editor.store, (state) => state.saving);
  const sync = useRecordState('quote', quote.id);
  if (saving !== 'saved') {
    const Icon = saving === 'saving' ? IconLoader : IconAlertTriangle;
    return (
      <output className={classes['saving']} data-state={saving}>
        <Icon size={14} aria-hidden />
        <span>{t(`saving.${saving}`)}</span>
      </output>
    );
  }
  const Icon = savedIcons[sync];
  return (
    <output className={classes['saving']} data-state={sync} title={t(`saving.why.${sync}`)}>
      <Icon size={14} aria-hidden />
      <span>{t('saving.saved')}</span>
      {sync === 'needs-attention' ? (
        <Link to="/attention">{t('saving.where.needs-attention')}</Link>
      ) : (
        sync !== 'accepted' && <span>{t(`saving.where.${sync}`)}</span>
      )}
    </output>
  );
}

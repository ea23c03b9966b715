import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSyncStatus } from '../client/hooks';
import { useFormats } from '../ui/formats';
import { useNow } from '../ui/use-now';
import { syncSummary } from './sync-summary';
import classes from './top-bar.module.css';

/** How the device stands with the vendor, in a few words and a dot; opens the sync screen. */
export function SyncIndicator() {
  const { t } = useTranslation('app');
  const formats = useFormats();
  const status = useSyncStatus();
  const now = useNow(20_000);
  const summary = syncSummary(status);
  const words = t(`sync.${summary.key}`, {
    count: status.waiting,
    ago: status.lastSuccessAt ? formats.ago(status.lastSuccessAt, now) : '',
  });
  return (
    <Link to="/sync" className={classes['sync']}>
      <span className={classes['dot']} data-tone={summary.tone} />
      <output className={classes['syncText']}>{words}</output>
    </Link>
  );
}

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
  const { lastSuccessAt } = status;
  const thisMinute = lastSuccessAt !== null && now.getTime() - Date.parse(lastSuccessAt) < 60_000;
  // "Synced now" put together from two words reads stiffly in most languages.
  const key = summary.key === 'synced' && thisMinute ? 'syncedNow' : summary.key;
  const words = t(`sync.${key}`, {
    count: status.waiting,
    ago: lastSuccessAt ? formats.ago(lastSuccessAt, now) : '',
  });
  return (
    <Link to="/sync" className={classes['sync']}>
      <span className={classes['dot']} data-tone={summary.tone} />
      <output className={classes['syncText']}>{words}</output>
    </Link>
  );
}

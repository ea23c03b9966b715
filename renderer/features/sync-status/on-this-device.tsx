import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/client-context';
import { SecondCopyNote } from '../../records/second-copy-note';
import { useFormats } from '../../ui/formats';
import { Section } from '../../ui/section';
import classes from './sync.module.css';

/** Bytes; null where the browser does not tell. */
interface Room {
  readonly used: number | null;
  readonly available: number | null;
}

/** What is stored here and how much room it has: what a support desk asks first. */
export function OnThisDevice() {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const { db } = useClient();
  const room = useRoom();
  const stored = useLiveQuery(async () => {
    const [records, aside, snapshots] = await Promise.all([
      db.records.count(),
      db.aside.count(),
      db.snapshots.where('complete').equals(1).toArray(),
    ]);
    const bytes = snapshots.reduce(
      (sum, { manifest }) => sum + manifest.chunks.reduce((all, chunk) => all + chunk.bytes, 0),
      0,
    );
    return { records, aside, bytes };
  }, [db]);
  const size = (bytes: number): string =>
    bytes >= 1_000_000_000
      ? t('stored.gigabytes', { size: formats.number(bytes / 1_000_000_000, 1) })
      : t('stored.megabytes', { size: formats.number(bytes / 1_000_000, 1) });
  return (
    <Section title={t('stored.title')}>
      <dl className={classes['facts']}>
        <dt>{t('stored.records')}</dt>
        <dd>{stored && formats.number(stored.records)}</dd>
        <dt>{t('stored.catalogs')}</dt>
        <dd>{stored && size(stored.bytes)}</dd>
        {stored && stored.aside > 0 && (
          <>
            <dt>{t('stored.aside')}</dt>
            <dd>{t('stored.asideCount', { count: stored.aside })}</dd>
          </>
        )}
        {typeof room?.used === 'number' && (
          <>
            <dt>{t('stored.used')}</dt>
            <dd>{size(room.used)}</dd>
          </>
        )}
        {typeof room?.available === 'number' && typeof room.used === 'number' && (
          <>
            <dt>{t('stored.free')}</dt>
            <dd>{size(Math.max(room.available - room.used, 0))}</dd>
          </>
        )}
      </dl>
      <SecondCopyNote />
    </Section>
  );
}

function useRoom(): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const { usage, quota } = await navigator.storage.estimate();
      setRoom({ used: usage ?? null, available: quota ?? null });
    };
    void read();
    const timer = setInterval(() => void read(), 10_000);
    return () => clearInterval(timer);
  }, []);
  return room;
}

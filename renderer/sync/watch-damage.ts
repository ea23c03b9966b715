import { liveQuery } from 'dexie';
import type { ClientDatabase } from '../db/database';

/** SY-7: says when a version on this device was found damaged, so that it is fetched again at once. Returns how to stop. */
export function watchDamage(db: ClientDatabase, onDamage: () => void): () => void {
  const damaged = liveQuery(() =>
    db.snapshots.filter(({ damagedAt, complete }) => complete === 0 && damagedAt !== undefined).count(),
  );
  const subscription = damaged.subscribe((count) => {
    if (count > 0) onDamage();
  });
  return () => subscription.unsubscribe();
}

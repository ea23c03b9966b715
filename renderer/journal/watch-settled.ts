import { liveQuery } from 'dexie';
import type { ClientDatabase } from '../db/database';
import { getMeta } from '../db/meta';
import type { Journal } from './journal';
import { standing } from './standing';

/** Long enough that a round of sync, or a person working through refused items, is one write. */
const gatherMilliseconds = 2_000;

/**
 * SY-2: settles in the journal what the server has accepted and what people gave up or sent again, whichever window or worker did it. Looks
 * after each pull and each decision; work whose transaction is still under way is not counted by the store yet, so it is left alone.
 * Returns how to stop.
 */
export function watchSettled(
  db: ClientDatabase,
  journal: Journal,
  onError: (error: unknown) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    settleDone(db, journal).catch(onError);
  };
  const changes = liveQuery(async () => [
    await getMeta(db, 'cookie'),
    await getMeta(db, 'confirmedSeq'),
    await db.attention.where('open').equals(1).count(),
  ]);
  const subscription = changes.subscribe({
    next: () => {
      timer ??= setTimeout(look, gatherMilliseconds);
    },
    error: onError,
  });
  return () => {
    subscription.unsubscribe();
    clearTimeout(timer);
  };
}

export async function settleDone(db: ClientDatabase, journal: Journal): Promise<void> {
  const unsettled = journal.unsettled();
  if (unsettled.length === 0) return;
  const store = await db.transaction('r', [db.outbox, db.attention, db.meta], async () => {
    const storeId = await getMeta(db, 'storeId');
    const lastOrder = await getMeta(db, 'journalOrder');
    const waiting = await db.outbox.orderBy('editId').keys();
    const refused = await db.attention.where('open').equals(1).toArray();
    const pendingIds = new Set([...waiting.map(String), ...refused.map(({ editId }) => editId)]);
    return { storeId: storeId ?? '', lastOrder: lastOrder ?? 0, pendingIds };
  });
  const done = unsettled.filter((entry) => standing(store, entry) === 'done');
  await journal.settle(done.map(({ editId }) => editId));
}

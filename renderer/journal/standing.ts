import type { ClientDatabase } from '../db/database';
import { getMeta } from '../db/meta';
import type { AttentionRow, OutboxRow } from '../db/rows';
import type { JournalEntry } from './journal';

/** What the store knows of the work done on it, read in one transaction. */
export interface StoreView {
  readonly storeId: string;
  /** `order` of the last piece of work that was stored. */
  readonly lastOrder: number;
  /** On its way, or refused and waiting for the person; oldest first. */
  readonly pending: readonly (OutboxRow | AttentionRow)[];
  readonly pendingIds: ReadonlySet<string>;
}

type Place = Pick<JournalEntry, 'storeId' | 'order'>;

/** Inside a transaction over outbox, attention and meta. */
export async function readStore(db: ClientDatabase): Promise<StoreView> {
  const storeId = await getMeta(db, 'storeId');
  if (storeId === undefined) throw new Error('the database has no store id');
  const lastOrder = (await getMeta(db, 'journalOrder')) ?? 0;
  const attention = await db.attention.where('open').equals(1).toArray();
  const outbox = await db.outbox.orderBy('seq').toArray();
  const pending = [...attention.toSorted((a, b) => a.seq - b.seq), ...outbox];
  return { storeId, lastOrder, pending, pendingIds: new Set(pending.map(({ editId }) => editId)) };
}

/**
 * How a journal entry stands. Work and the count of it (`lastOrder`) are stored in one transaction: what this store counts and does not have
 * any more was accepted or given up. What it does not count it never had, or has forgotten.
 */
export function standing(
  { storeId, lastOrder, pendingIds }: Omit<StoreView, 'pending'>,
  entry: Pick<JournalEntry, 'editId' | 'storeId' | 'order'>,
): 'pending' | 'done' | 'missing' {
  if (pendingIds.has(entry.editId)) return 'pending';
  return entry.storeId === storeId && entry.order <= lastOrder ? 'done' : 'missing';
}

/** Gives out places behind all that the store and the journal have. */
export function placeIn(
  { storeId, lastOrder }: StoreView,
  entries: readonly Place[],
): { next(): Place; last(): number } {
  let last = lastOrder;
  for (const entry of entries) if (entry.storeId === storeId && entry.order > last) last = entry.order;
  return {
    next: () => {
      last += 1;
      return { storeId, order: last };
    },
    last: () => last,
  };
}

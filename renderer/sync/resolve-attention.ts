import { err, ok, type Result } from '#shared/lib/result';
import type { Rejection } from '#shared/mutations/rejection';
import type { ClientDatabase } from '../db/database';
import { journaled, type Captured } from '../db/journaled';
import { capture, type Author, type Clock, type MutateError } from '../db/mutate';
import type { AttentionRow } from '../db/rows';
import { toStorageError } from '../db/storage-error';
import { noJournal } from '../journal/create-journal';
import type { Journal } from '../journal/journal';
import { closeParted } from './parted';

export type ResolveError = MutateError | { readonly type: 'already-resolved' };

/** Thrown inside a transaction to take back all it did. */
class Refused extends Error {
  constructor(readonly rejection: Rejection) {
    super(rejection.type);
  }
}

/**
 * SY-4: the item again with edited arguments, as new work at the end of the queue, and after it what was parked with it, in the old
 * order. If the item itself is refused here, nothing changes. A parked one that is refused stays open, on its own.
 */
export async function resubmit(
  db: ClientDatabase,
  author: Author,
  now: Clock,
  journal: Journal,
  attentionId: string,
  editedArgs: unknown,
): Promise<Result<void, ResolveError>> {
  return settle(db, journal, attentionId, async (item, parked, captured) => {
    const seqs: number[] = [];
    const again = await capture(db, author, now, captured, item.name, editedArgs);
    if (!again.ok) throw new Refused(again.error);
    seqs.push(again.value.seq);
    const settled: AttentionRow[] = [];
    for (const dependant of parked) {
      const result = await capture(db, author, now, captured, dependant.name, dependant.args);
      if (result.ok) {
        seqs.push(result.value.seq);
        settled.push(resolved(dependant, { how: 'resubmitted', at: at(now), seqs: [result.value.seq] }));
      } else settled.push({ ...dependant, rejection: result.error, parkedWith: null });
    }
    return [resolved(item, { how: 'resubmitted', at: at(now), seqs }), ...settled];
  });
}

/** SY-4: gives the item and what is parked with it up; the copies stay, marked resolved. */
export async function discard(
  db: ClientDatabase,
  now: Clock,
  attentionId: string,
): Promise<Result<void, ResolveError>> {
  return settle(db, noJournal, attentionId, (item, parked) =>
    Promise.resolve([item, ...parked].map((row) => resolved(row, { how: 'discarded', at: at(now) }))),
  );
}

async function settle(
  db: ClientDatabase,
  journal: Journal,
  attentionId: string,
  decide: (
    item: AttentionRow,
    parked: readonly AttentionRow[],
    captured: Captured,
  ) => Promise<readonly AttentionRow[]>,
): Promise<Result<void, ResolveError>> {
  try {
    const tables = [db.records, db.outbox, db.meta, db.attention, db.parted];
    const inTransaction = async (captured: Captured): Promise<Result<void, ResolveError>> => {
      const item = await db.attention.get(attentionId);
      if (!item || item.open === 0) return err({ type: 'already-resolved' });
      const parked = await db.attention.where('parkedWith').equals(attentionId).toArray();
      const open = parked.filter((row) => row.open === 1).toSorted((a, b) => a.seq - b.seq);
      await db.attention.bulkPut([...(await decide(item, open, captured))]);
      await closeParted(db);
      return ok(undefined);
    };
    return await journaled(db, journal, tables, inTransaction);
  } catch (thrown) {
    return err(thrown instanceof Refused ? thrown.rejection : toStorageError(thrown));
  }
}

const resolved = (row: AttentionRow, resolution: NonNullable<AttentionRow['resolution']>): AttentionRow => ({
  ...row,
  open: 0,
  resolution,
});

const at = (now: Clock): string => now().toISOString();

import { Dexie, type Table } from 'dexie';
import type { Journal, JournalEntry } from '../journal/journal';
import type { ClientDatabase } from './database';
import { StorageFailure } from './storage-error';

/** Where `capture` notes what it captured, inside its transaction. */
export type Captured = JournalEntry[];

/**
 * Inside one transaction: `write` waits for the journal. `givenUp` rejects when the browser gives the transaction up meanwhile, which leaves Dexie
 * waiting for ever: whoever waits for the transaction races it with this.
 */
export function journalWriter(journal: Journal) {
  let giveUp: (reason: unknown) => void = () => undefined;
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const write = async (entries: readonly JournalEntry[]): Promise<void> => {
    // Dexie loses its transaction where awaits lie too deep, and would wait for the journal outside of it.
    const transaction = Dexie.currentTransaction;
    if (!transaction) throw new Error('the transaction was left');
    transaction.on('abort', () =>
      giveUp(transaction.idbtrans.error ?? new Error('the transaction was given up')),
    );
    await Dexie.waitFor(() => append(journal, entries));
  };
  return { write, givenUp };
}

/**
 * SY-2: runs `work` in one transaction over these tables; what it captured is in the journal, flushed, before the transaction may commit. If the
 * transaction fails, by itself or because the journal could not be written, what was journaled is taken back: nothing of it stays. Rethrows.
 */
export async function journaled<T>(
  db: ClientDatabase,
  journal: Journal,
  tables: readonly Table[],
  work: (captured: Captured) => Promise<T>,
): Promise<T> {
  const captured: Captured = [];
  const { write, givenUp } = journalWriter(journal);
  let journaling = false;
  const inTransaction = async (): Promise<T> => {
    const result = await work(captured);
    if (captured.length === 0) return result;
    journaling = true;
    await write(captured);
    return result;
  };
  try {
    return await Promise.race([db.transaction('rw', [...tables], inTransaction), givenUp]);
  } catch (thrown) {
    if (journaling) await journal.revoke(captured.map(({ editId }) => editId));
    throw thrown;
  }
}

async function append(journal: Journal, entries: readonly JournalEntry[]): Promise<void> {
  const result = await journal.append(entries);
  if (!result.ok) throw new StorageFailure(result.error);
}

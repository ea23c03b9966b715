import type { JournalCipher } from '#shared/journal/journal-cipher';
import { openEntry, sealEntry } from '#shared/journal/journal-entry';
import type { JournalError, JournalHost } from '#shared/journal/journal-host';
import { err, ok, type Result } from '#shared/lib/result';
import type { StorageError } from '../db/storage-error';
import type { Journal, JournalEntry } from './journal';

/** Seals and opens what the host keeps; remembers what is not settled yet. */
export function createJournal(host: JournalHost, cipher: JournalCipher): Journal {
  const unsettled = new Map<string, Pick<JournalEntry, 'editId' | 'storeId' | 'order'>>();
  const remember = ({ editId, storeId, order }: JournalEntry): void => {
    unsettled.set(editId, { editId, storeId, order });
  };
  let appended: Promise<unknown> = Promise.resolve();
  const append: Journal['append'] = async (entries) => {
    if (entries.length === 0) return ok(undefined);
    const sealed = await Promise.all(entries.map((entry) => sealEntry(cipher, entry)));
    const result = await host.append(sealed);
    if (!result.ok) return err(asStorageError(result.error));
    entries.forEach(remember);
    return ok(undefined);
  };
  return {
    keeps: true,
    append: (entries) => {
      const result = append(entries);
      appended = Promise.allSettled([appended, result]);
      return result;
    },
    revoke: async (editIds) => {
      if (editIds.length === 0) return;
      // What is still being sealed must not reach the host after this.
      await appended;
      for (const editId of editIds) unsettled.delete(editId);
      // Not on the disk, it is not in the journal either way: the host writes it no more, and the store's count tells at the next start.
      await host.revoke(editIds);
    },
    settle: async (editIds) => {
      const known = editIds.filter((editId) => unsettled.delete(editId));
      if (known.length > 0) await host.settle(known);
    },
    unsettled: () => [...unsettled.values()],
    read: async () => {
      const contents = await host.read();
      if (!contents.ok) return err(asStorageError(contents.error));
      const opened = await Promise.all(contents.value.entries.map((sealed) => openEntry(cipher, sealed)));
      const entries = opened.filter((entry) => entry !== null).toSorted((a, b) => a.order - b.order);
      entries.forEach(remember);
      return ok({ ...contents.value, entries, unreadable: opened.length - entries.length });
    },
    close: () => host.close(),
  };
}

/** Where the browser has no place for it: work is in the store alone, and the person is told so. */
export const noJournal: Journal = {
  keeps: false,
  append: () => Promise.resolve(ok(undefined)),
  revoke: () => Promise.resolve(),
  settle: () => Promise.resolve(),
  unsettled: () => [],
  read: () =>
    Promise.resolve(
      ok({ entries: [], unreadable: 0, damagedBytes: 0, tornBytes: 0, others: false }) satisfies Result<
        unknown,
        StorageError
      >,
    ),
  close: () => Promise.resolve(),
};

function asStorageError(error: JournalError): StorageError {
  return error.type === 'journal-too-new' ? { type: 'storage-failed', message: error.type } : error;
}

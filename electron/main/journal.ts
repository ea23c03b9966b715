import { join } from 'node:path';
import type { IpcHandlers } from '#shared/ipc/ipc';
import { toJournalError } from '#shared/journal/journal-error';
import type { JournalError } from '#shared/journal/journal-host';
import { personFolder } from '#shared/journal/person-folder';
import { SegmentedJournal } from '#shared/journal/segmented-journal';
import { err, type Result } from '#shared/lib/result';
import { openNodeJournalFolder } from './node-journal-folder';

type JournalHandlers = Pick<IpcHandlers, 'journalAppend' | 'journalRevoke' | 'journalSettle' | 'journalRead'>;

export interface Journals {
  readonly handlers: JournalHandlers;
  close(): Promise<void>;
}

/** SY-2: the journals of everybody who signs in here, in `folder`; one for all windows, opened when it is first asked for. */
export function createJournals(folder: string): Journals {
  const opened = new Map<string, Promise<Result<SegmentedJournal, JournalError>>>();
  const journalOf = async (userId: string): Promise<Result<SegmentedJournal, JournalError>> => {
    const name = personFolder(userId);
    const journal = opened.get(name) ?? openJournal(join(folder, name));
    opened.set(name, journal);
    const result = await journal;
    // The disk may have room the next time.
    if (!result.ok) opened.delete(name);
    return result;
  };
  const on = async <T>(
    userId: string,
    work: (journal: SegmentedJournal) => Promise<Result<T, JournalError>>,
  ): Promise<Result<T, JournalError>> => {
    const journal = await journalOf(userId);
    return journal.ok ? work(journal.value) : journal;
  };
  return {
    handlers: {
      journalAppend: ({ userId, entries }) => on(userId, (journal) => journal.append(entries)),
      journalRevoke: ({ userId, editIds }) => on(userId, (journal) => journal.revoke(editIds)),
      journalSettle: ({ userId, editIds }) => on(userId, (journal) => journal.settle(editIds)),
      journalRead: ({ userId }) => on(userId, (journal) => journal.read()),
    },
    close: async () => {
      for (const journal of opened.values()) {
        const result = await journal;
        if (result.ok) await result.value.close();
      }
      opened.clear();
    },
  };
}

async function openJournal(path: string): Promise<Result<SegmentedJournal, JournalError>> {
  try {
    return await SegmentedJournal.open(await openNodeJournalFolder(path));
  } catch (thrown) {
    return err(toJournalError(thrown));
  }
}

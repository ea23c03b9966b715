import { personFolder } from '#shared/journal/person-folder';
import { toJournalError } from '#shared/journal/journal-error';
import type { JournalError, JournalHost } from '#shared/journal/journal-host';
import { SegmentedJournal } from '#shared/journal/segmented-journal';
import { err, ok, type Result } from '#shared/lib/result';
import { OpfsFolder } from './opfs-folder';

/** What the journal worker answers; the main thread calls it through comlink. */
export interface JournalWorker extends JournalHost {
  /** Once, before anything else. `absent`: this browser has no place for a journal. `onAdopted`: work came in of a window that closed. */
  start(userId: string, onAdopted: () => void): Promise<Result<void, JournalError | { type: 'absent' }>>;
}

export function createJournalWorker(): JournalWorker {
  let journal: SegmentedJournal | null = null;
  let folder: OpfsFolder | null = null;
  const notStarted = err({ type: 'storage-failed', message: 'the journal is not open' } as const);
  return {
    start: async (userId, onAdopted) => {
      const adopt = async (): Promise<void> => {
        const brought = await journal?.adopt();
        if (brought?.ok === true && brought.value) onAdopted();
      };
      try {
        folder = await OpfsFolder.open(personFolder(userId), () => void adopt());
      } catch (thrown) {
        const error = toJournalError(thrown);
        return err(error.type === 'disk-full' ? error : { type: 'absent' });
      }
      const opened = await SegmentedJournal.open(folder);
      if (!opened.ok) {
        folder.close();
        return opened;
      }
      journal = opened.value;
      return ok(undefined);
    },
    append: async (entries) => journal?.append(entries) ?? notStarted,
    revoke: async (editIds) => journal?.revoke(editIds) ?? notStarted,
    settle: async (editIds) => journal?.settle(editIds) ?? notStarted,
    read: async () => journal?.read() ?? notStarted,
    close: async () => {
      await journal?.close();
      folder?.close();
    },
  };
}

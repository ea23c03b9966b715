import { proxy, wrap } from 'comlink';
import { plainCipher } from '#shared/journal/journal-cipher';
import type { JournalError, JournalHost } from '#shared/journal/journal-host';
import { err, ok, type Result } from '#shared/lib/result';
import { createJournal, noJournal } from './create-journal';
import type { Journal } from './journal';
import type { JournalWorker } from './journal-worker';

/** The journal of this window in a browser, or one that keeps nothing where the browser has no place for it. */
export async function openBrowserJournal(
  userId: string,
  onAdopted: () => void,
): Promise<Result<Journal, JournalError>> {
  if (!('storage' in navigator && 'getDirectory' in navigator.storage && 'locks' in navigator))
    return ok(noJournal);
  const thread = new Worker(new URL('../workers/journal.worker.ts', import.meta.url), { type: 'module' });
  const worker = wrap<JournalWorker>(thread);
  const failed = new Promise<Result<never, JournalError>>((resolve) => {
    thread.addEventListener('error', ({ message }) => resolve(err({ type: 'storage-failed', message })), {
      once: true,
    });
  });
  const started = await Promise.race([worker.start(userId, proxy(onAdopted)), failed]);
  if (!started.ok) {
    thread.terminate();
    return started.error.type === 'absent' ? ok(noJournal) : err(started.error);
  }
  const host: JournalHost = {
    append: (entries) => Promise.race([worker.append(entries), failed]),
    revoke: (editIds) => Promise.race([worker.revoke(editIds), failed]),
    settle: (editIds) => Promise.race([worker.settle(editIds), failed]),
    read: () => Promise.race([worker.read(), failed]),
    close: async () => {
      await Promise.race([worker.close(), failed]);
      thread.terminate();
    },
  };
  return ok(createJournal(host, plainCipher));
}

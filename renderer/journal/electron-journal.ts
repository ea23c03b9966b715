import { ipcChannels, type HostBridge, type IpcChannel, type IpcPayload } from '#shared/ipc/ipc';
import { plainCipher } from '#shared/journal/journal-cipher';
import { toJournalError } from '#shared/journal/journal-error';
import type { JournalError, JournalHost } from '#shared/journal/journal-host';
import { err, ok, type Result } from '#shared/lib/result';
import { createJournal } from './create-journal';
import type { Journal } from './journal';

/** The journal of the desktop host: main keeps it, for all windows. */
export async function openElectronJournal(
  bridge: HostBridge,
  userId: string,
): Promise<Result<Journal, JournalError>> {
  const host: JournalHost = {
    append: (entries) => ask(bridge, 'journalAppend', { userId, entries: [...entries] }),
    revoke: (editIds) => ask(bridge, 'journalRevoke', { userId, editIds: [...editIds] }),
    settle: (editIds) => ask(bridge, 'journalSettle', { userId, editIds: [...editIds] }),
    read: () => ask(bridge, 'journalRead', { userId }),
    close: () => Promise.resolve(),
  };
  // Opened by the first question; nothing is lost by asking for nothing.
  const opened = await host.settle([]);
  return opened.ok ? ok(createJournal(host, plainCipher)) : opened;
}

/** What main answers is checked on the way back; not answered at all, nothing counts. */
async function ask<C extends Extract<IpcChannel, `journal${string}`>, T>(
  bridge: HostBridge,
  channel: C,
  payload: IpcPayload<C>,
): Promise<Result<T, JournalError>> {
  try {
    return ipcChannels[channel].result.parse(await bridge.invoke(channel, payload)) as Result<
      T,
      JournalError
    >;
  } catch (thrown) {
    return err(toJournalError(thrown));
  }
}

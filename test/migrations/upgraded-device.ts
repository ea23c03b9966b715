import { IDBFactory } from 'fake-indexeddb';
import { Device } from '../../renderer/sync/device.test-kit';
import type { Fetch } from '../../renderer/sync/server-api';
import { restoreFrozen, restoreJournal, type FrozenDatabase } from './frozen-database';

export const noNetwork: Fetch = () => Promise.reject(new Error('no network'));

/** A moment of the day on which it was frozen: for servers and devices that go on from there. */
export const clockOf =
  ({ madeOn }: FrozenDatabase) =>
  (): Date =>
    new Date(`${madeOn}T12:00:00.000Z`);

/** A device that was last opened by the version that wrote the frozen database; the caller restarts it when done. */
export async function upgradedDevice(
  frozen: FrozenDatabase,
  send: Fetch = noNetwork,
  factory = new IDBFactory(),
): Promise<Device> {
  await restoreFrozen(frozen, factory);
  const device = new Device(frozen.session, send, factory);
  restoreJournal(frozen, device.journalDisk);
  device.now = clockOf(frozen);
  return device;
}

/** Makes the server one that the old device knew: sends it everything it was sent then, in the words of the protocol of then. */
export async function replayHistory(
  { pushed, protocolVersion = 1 }: FrozenDatabase,
  send: Fetch,
): Promise<void> {
  for (const request of pushed) {
    const answer = await send('/api/v1/sync/push', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ protocolVersion, ...request }),
    });
    if (!answer.ok) throw new Error(`the history was not taken: ${await answer.text()}`);
  }
}

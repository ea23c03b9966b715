import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { MemoryDisk } from '#shared/journal/memory-folder.test-kit';
import { ok } from '#shared/lib/result';
import { mutate } from '../db/mutate';
import { openMemoryJournal } from '../journal/memory-journal.test-kit';
import type { Platform } from '../platform/platform';
import { anAccount, aSession } from '../sync/builders.test-kit';
import { openStore, type OpenStore } from './open-store';

const session = aSession();
const now = (): Date => new Date('2026-11-21T10:00:00.000Z');
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Exclusive locks alone, as windows of one browser share them. */
function aLockManager() {
  const last = new Map<string, Promise<unknown>>();
  const request = (name: string, work: () => Promise<unknown>): Promise<unknown> => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work);
    last.set(name, turn);
    return turn;
  };
  return { request };
}

async function openWindow(disk: MemoryDisk, delay = 0): Promise<OpenStore> {
  const platform: Platform = {
    kind: 'browser',
    saveFile: () => Promise.reject(new Error('not here')),
    checkSpace: () => Promise.resolve('enough'),
    openJournal: async () => {
      const journal = await openMemoryJournal(disk);
      await pause(delay);
      return ok(journal);
    },
  };
  const opened = await openStore(session, platform);
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}
const create = ({ db, journal }: OpenStore, id: string) =>
  mutate(db, session, now, journal, 'createAccount', anAccount(id));

afterEach(() => vi.unstubAllGlobals());

it('SY-2 what the store forgot comes back though another window, opened at the same time, is faster with new work', async () => {
  vi.stubGlobal('navigator', { locks: aLockManager() });
  const disk = new MemoryDisk();
  const before = await openWindow(disk);
  await create(before, 'a1');
  const kept = await before.db.meta.toArray();
  await create(before, 'a2');
  // As LevelDB does when its log ends early: a consistent earlier state.
  await before.db.outbox.where('seq').above(1).delete();
  await before.db.records.delete(['account', 'a2']);
  await before.db.meta.bulkPut(kept);
  before.close();
  await pause(10);

  const slow = openWindow(disk, 100);
  await pause(10);
  const fast = await openWindow(disk);
  await create(fast, 'a3');
  const opened = await slow;
  const touched = (await opened.db.outbox.toArray()).flatMap(({ touches }) => touches);
  expect(touched.toSorted()).toEqual(['account:a1', 'account:a2', 'account:a3']);
  opened.close();
  fast.close();
});

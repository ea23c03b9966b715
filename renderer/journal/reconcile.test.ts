import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { plainCipher } from '#shared/journal/journal-cipher';
import { MemoryDisk, PowerCut } from '#shared/journal/memory-folder.test-kit';
import { SegmentedJournal } from '#shared/journal/segmented-journal';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import type { ClientDatabase } from '../db/database';
import { mutate } from '../db/mutate';
import { openDatabase, replaceDatabase } from '../db/open-database';
import { discard } from '../sync/resolve-attention';
import { aLine, anAccount, aQuote, aSession } from '../sync/builders.test-kit';
import { createJournal } from './create-journal';
import type { Journal } from './journal';
import { openMemoryJournal } from './memory-journal.test-kit';
import { reconcile, type Recovery } from './reconcile';
import { settleDone } from './watch-settled';

const session = aSession();
const now = (): Date => new Date('2026-11-21T10:00:00.000Z');

let disk: MemoryDisk;
let factory: IDBFactory;
let db: ClientDatabase;
let journal: Journal;

const openDb = () => openDatabase(session.userId, { options: { indexedDB: factory, IDBKeyRange } });

async function start(): Promise<Recovery | null> {
  db = await openDb();
  journal = await openMemoryJournal(disk);
  const result = await reconcile(db, session, journal);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

/** The power goes, and what only memory knew with it. */
function crash(): void {
  db.close();
  disk.cutPower();
}

const loseTheStore = (): void => {
  crash();
  factory = new IDBFactory();
};

const edit = <N extends MutationName>(name: N, args: ArgsOf<N>) =>
  mutate(db, session, now, journal, name, args);
const outbox = () => db.outbox.orderBy('seq').toArray();
const inJournal = async (): Promise<readonly string[]> => {
  const contents = await journal.read();
  return contents.ok ? contents.value.entries.map(({ name }) => name) : [];
};

/** How to have the browser give up the transaction that writes. */
async function abortable(store: ClientDatabase): Promise<() => void> {
  let giveUp = (): void => undefined;
  store.use({
    stack: 'dbcore',
    name: 'full after all',
    create: (core) => ({
      ...core,
      transaction: (tables, mode, options) => {
        const transaction = core.transaction(tables, mode, options);
        if (mode === 'readwrite') giveUp = () => (transaction as unknown as IDBTransaction).abort();
        return transaction;
      },
    }),
  });
  store.close();
  await store.open();
  return () => giveUp();
}

beforeEach(async () => {
  disk = new MemoryDisk();
  factory = new IDBFactory();
  await start();
});

describe('SY-2 a store that came back empty', () => {
  it('gets the unsent work back, in its order, under its own names, and shows it at once', async () => {
    await edit('createAccount', anAccount('a1'));
    await edit('createQuote', aQuote('q1', { accountId: 'a1' }));
    await edit('addQuoteItems', { id: 'q1', insertions: [{ before: null, item: aLine('l1') }] });
    const before = await outbox();
    loseTheStore();

    expect(await start()).toEqual({ restored: 3, storeLost: true, damagedBytes: 0 });
    const after = await outbox();
    expect(after.map(({ name, editId, args, saw }) => ({ name, editId, args, saw }))).toEqual(
      before.map(({ name, editId, args, saw }) => ({ name, editId, args, saw })),
    );
    expect(after.map(({ seq, state }) => [seq, state])).toEqual([
      [1, 'waiting'],
      [2, 'waiting'],
      [3, 'waiting'],
    ]);
    expect((await db.records.get(['quote', 'q1']))?.value).toMatchObject({ items: [{ id: 'l1' }] });
  });

  it('is told of until it is dismissed, once', async () => {
    await edit('createAccount', anAccount('a1'));
    loseTheStore();
    await start();
    crash();
    expect(await start()).toEqual({ restored: 1, storeLost: true, damagedBytes: 0 });
    expect(await outbox()).toHaveLength(1);
    await db.meta.delete('recovery');
    crash();
    expect(await start()).toBeNull();
  });

  it('lost again, gives the work back again; accepted meanwhile, it does not come back', async () => {
    await edit('createAccount', anAccount('a1'));
    loseTheStore();
    await start();
    loseTheStore();
    await start();
    expect(await outbox()).toHaveLength(1);

    await db.outbox.clear(); // as a pull does with what the server has
    await db.meta.delete('recovery');
    crash();
    expect(await start()).toBeNull();
    expect(await outbox()).toEqual([]);
    expect(await inJournal()).toEqual([]);
  });

  it('that does not open is put aside whole; the one in its place gets the work', async () => {
    await edit('createAccount', anAccount('a1'));
    crash();
    await replaceDatabase(session.userId, { indexedDB: factory, IDBKeyRange });
    expect(await start()).toMatchObject({ restored: 1, storeLost: true });
    expect((await factory.databases()).map(({ name }) => name)).toEqual([
      'fieldquote-rep-1',
      'fieldquote-rep-1~1',
    ]);
  });

  it('work for records that are still to come waits in the outbox without effect', async () => {
    await db.records.put({
      type: 'account',
      id: 'a1',
      value: {
        ...anAccount('a1'),
        partnerId: 'partner-1',
        ownerId: 'rep-1',
        createdAt: '2026-01-01T00:00:00.000Z',
        updatedAt: '2026-01-01T00:00:00.000Z',
      },
      serverVersion: 7,
      pending: [],
    });
    await edit('editAccount', { id: 'a1', changes: { city: 'Kraków' } });
    loseTheStore();
    expect(await start()).toMatchObject({ restored: 1 });
    expect(await outbox()).toMatchObject([{ name: 'editAccount', touches: ['account:a1'] }]);
    expect(await db.records.count()).toBe(0);
  });
});

describe('SY-2 a store that forgot its last transactions', () => {
  it('gets them back and keeps what it has', async () => {
    await edit('createAccount', anAccount('a1'));
    const kept = await db.meta.toArray();
    await edit('createAccount', anAccount('a2'));
    // As LevelDB does when its log ends early: a consistent earlier state.
    await db.transaction('rw', db.meta, db.outbox, db.records, async () => {
      await db.outbox.where('seq').above(1).delete();
      await db.records.delete(['account', 'a2']);
      await db.meta.bulkPut(kept);
    });
    crash();
    expect(await start()).toEqual({ restored: 1, storeLost: false, damagedBytes: 0 });
    expect((await outbox()).map(({ touches }) => touches)).toEqual([['account:a1'], ['account:a2']]);
    expect(await db.records.count()).toBe(2);
  });
});

describe('SY-2 the journal', () => {
  it('is given what it lacks: work of a version without journal, work it lost', async () => {
    await edit('createAccount', anAccount('a1'));
    crash();
    disk = new MemoryDisk();
    expect(await start()).toBeNull();
    expect(await inJournal()).toEqual(['createAccount']);
    loseTheStore();
    expect(await start()).toMatchObject({ restored: 1 });
  });

  it('keeps refused work until the person decides, and settles what is neither waiting nor refused', async () => {
    await edit('createAccount', anAccount('a1'));
    await edit('createAccount', anAccount('a2'));
    const [first] = await outbox();
    if (!first) throw new Error('nothing waits');
    const { state: _, ...refused } = first;
    await db.attention.add({
      ...refused,
      id: 'item-1',
      refusedAt: now().toISOString(),
      rejection: { type: 'not-found', recordType: 'account', id: 'a1' },
      serverState: [],
      parkedWith: null,
      open: 1,
      resolution: null,
    });
    await db.outbox.clear();
    await settleDone(db, journal);
    expect(journal.unsettled().map(({ editId }) => editId)).toEqual([first.editId]);
    await discard(db, now, 'item-1');
    await settleDone(db, journal);
    expect(journal.unsettled()).toEqual([]);
    expect(await inJournal()).toEqual([]);
  });

  it('full: the person is told that the work is not saved, and nothing of it stays, here or after a start', async () => {
    disk.capacity = 0;
    let result = await edit('createAccount', anAccount('a0'));
    let stored = 0;
    while (result.ok) {
      stored += 1;
      result = await edit('createAccount', anAccount(`a${String(stored)}`, { notes: 'x'.repeat(20_000) }));
    }
    expect(result).toEqual({ ok: false, error: { type: 'disk-full' } });
    expect(await outbox()).toHaveLength(stored);
    expect(await db.records.count()).toBe(stored);
    expect((await db.meta.get('journalOrder'))?.value).toBe(stored);
    disk.capacity = Number.POSITIVE_INFINITY;
    expect((await edit('createAccount', anAccount('later'))).ok).toBe(true);
    loseTheStore();
    await start();
    const back = (await outbox()).flatMap(({ touches }) => touches);
    expect(back).toHaveLength(stored + 1);
    expect(back).not.toContain(`account:a${String(stored)}`);
    expect(back.at(-1)).toBe('account:later');
  });

  it.each(['while it is being written', 'when it is written'])(
    'takes back what the store gave up %s',
    async (when) => {
      const giveUp = await abortable(db);
      const slow: Journal = {
        ...journal,
        append: async (entries) => {
          if (when === 'while it is being written') giveUp();
          const result = await journal.append(entries);
          if (when !== 'while it is being written') giveUp();
          return result;
        },
      };
      const result = await mutate(db, session, now, slow, 'createAccount', anAccount('a1'));
      expect(result).toMatchObject({ ok: false, error: { type: 'storage-failed' } });
      expect(await inJournal()).toEqual([]);
      crash();
      expect(await start()).toBeNull();
      expect(await outbox()).toEqual([]);
    },
  );

  it('says so at the start too, rather than wait for ever, when the store gives up what came back', async () => {
    await edit('createAccount', anAccount('a1'));
    loseTheStore();
    db = await openDb();
    journal = await openMemoryJournal(disk);
    const slow: Journal = {
      ...journal,
      append: async (entries) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        giveUp();
        await new Promise((resolve) => setTimeout(resolve, 20));
        return journal.append(entries);
      },
    };
    const giveUp = await abortable(db);
    expect(await reconcile(db, session, slow)).toMatchObject({
      ok: false,
      error: { type: 'storage-failed' },
    });
    crash();
    expect(await start()).toMatchObject({ restored: 1 });
    expect(await outbox()).toHaveLength(1);
  });

  it('takes back work that is still being sealed', async () => {
    const opened = await SegmentedJournal.open(new MemoryDisk().folder());
    if (!opened.ok) throw new Error(opened.error.type);
    const sealing = createJournal(opened.value, {
      ...plainCipher,
      seal: async (_editId, plain) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return plain;
      },
    });
    await edit('createAccount', anAccount('a1'));
    const before = await journal.read();
    const entries = before.ok ? before.value.entries : [];
    const appended = sealing.append(entries);
    await sealing.revoke(entries.map(({ editId }) => editId));
    await appended;
    expect(sealing.unsettled()).toEqual([]);
    expect(await sealing.read()).toMatchObject({ value: { entries: [] } });
  });

  it('loses nothing acknowledged when the power goes at any of its steps, and the store with it', async () => {
    for (let at = 1; ; at += 1) {
      disk = new MemoryDisk();
      factory = new IDBFactory();
      const acknowledged: string[] = [];
      disk.fault = (step) => {
        if (step >= at) throw new PowerCut('power cut');
      };
      try {
        await start();
        for (const id of ['a1', 'a2', 'a3']) {
          if ((await edit('createAccount', anAccount(id))).ok) acknowledged.push(`account:${id}`);
        }
      } catch {
        // The journal did not open: nothing was acknowledged.
      }
      const finished = disk.steps < at;
      loseTheStore();
      await start();
      expect((await outbox()).flatMap(({ touches }) => touches)).toEqual(acknowledged);
      if (finished) break;
    }
  });
});

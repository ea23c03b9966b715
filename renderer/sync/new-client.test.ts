import { beforeEach, describe, expect, it } from 'vitest';
import { aLine, anAccount, aQuote, aSession } from './builders.test-kit';
import { Device } from './device.test-kit';
import { pullChanges } from './pull';
import { ReferenceServer } from './reference-server.test-kit';

const done = { ok: true, value: undefined };
let server: ReferenceServer;
let device: Device;

beforeEach(() => {
  server = new ReferenceServer(aSession());
  device = new Device(aSession(), (path, init) => Promise.resolve(server.handle(path, init)));
});

const accounts = (): string[] => [...server.state().keys()].toSorted();
const settled = async (...devices: Device[]): Promise<void> => {
  for (const each of devices) {
    expect(await each.sync()).toEqual(done);
    expect(await (await each.db()).outbox.count()).toBe(0);
  }
  for (const each of devices) {
    await each.sync();
    expect(await each.visible()).toEqual(server.state());
  }
};

describe('a store that was copied to another machine (SY-15)', () => {
  it('work of both gets through when the copy sends second', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    await device.sync();
    const copy = await device.copy();
    await device.mutate('createAccount', anAccount('by-first'));
    await copy.mutate('createAccount', anAccount('by-copy'));
    await settled(device, copy);
    expect(accounts()).toEqual(['account:a1', 'account:by-copy', 'account:by-first']);
  });

  it.each([1, 2])(
    'work that meets the number of the other between pull and push is not taken for done (%i pieces)',
    async (pieces) => {
      await device.mutate('createAccount', anAccount('a1'));
      await device.sync();
      const copy = await device.copy();
      await device.mutate('createAccount', anAccount('by-first'));
      for (let piece = 1; piece <= pieces; piece += 1)
        await copy.mutate('createAccount', anAccount(`by-copy-${String(piece)}`));
      let first = true;
      copy.network = (send) => async (path, init) => {
        if (first && path.endsWith('/push')) {
          first = false;
          await device.sync();
        }
        return send(path, init);
      };
      await settled(copy, device);
      expect(accounts()).toContain('account:by-first');
      for (let piece = 1; piece <= pieces; piece += 1)
        expect(accounts()).toContain(`account:by-copy-${String(piece)}`);
    },
  );

  it('nor when the answer that says so gets lost', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    await device.sync();
    const copy = await device.copy();
    await device.mutate('createAccount', anAccount('by-first'));
    await copy.mutate('createAccount', anAccount('by-copy'));
    copy.network = (send) => async (path, init) => {
      if (!path.endsWith('/push')) return send(path, init);
      await device.sync();
      await send(path, init);
      throw new TypeError('connection reset');
    };
    await copy.sync();
    copy.network = (send) => send;
    await settled(copy, device);
    expect(accounts()).toEqual(['account:a1', 'account:by-copy', 'account:by-first']);
  });

  it('what both have pending is done once, and each is told of its refusal', async () => {
    server.authority = ({ args }) =>
      JSON.stringify(args).includes('barred') ? { type: 'not-allowed', role: 'rep' } : null;
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createAccount', anAccount('barred'));
    const copy = await device.copy();
    await settled(device, copy);
    expect(server.processed).toHaveLength(2);
    expect(await device.attention()).toMatchObject([{ args: { id: 'barred' }, open: 1 }]);
    expect(await copy.attention()).toMatchObject([{ args: { id: 'barred' }, open: 1 }]);
  });

  it('numbers its quotes under a device code of its own once it is found out', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    await device.sync();
    const copy = await device.copy();
    const code = async (of: Device) => (await (await of.db()).meta.get('deviceCode'))?.value;
    const before = await code(copy);
    await device.mutate('createAccount', anAccount('a2'));
    await device.sync();
    let dice = 0;
    const context = await copy.context();
    await pullChanges({ ...context, random: () => (dice += 0.1) % 1 });
    expect(await code(copy)).not.toBe(before);
    expect(await code(device)).toBe(before);
  });
});

describe('a store that went back in time (SY-15)', () => {
  it('sends again what the server knows, which does it once and gives its refusal again', async () => {
    server.authority = ({ args }) =>
      JSON.stringify(args).includes('barred') ? { type: 'not-allowed', role: 'rep' } : null;
    await device.mutate('createQuote', aQuote('q1'));
    await device.mutate('createAccount', anAccount('barred'));
    await device.mutate('addQuoteItems', { id: 'q1', insertions: [{ before: null, item: aLine('l1') }] });
    const backup = await device.copy();
    await device.sync();
    await device.mutate('editQuote', { id: 'q1', changes: { title: 'Later' } });
    await device.sync();

    await settled(backup);
    expect(server.processed).toHaveLength(4);
    expect(await backup.attention()).toMatchObject([{ args: { id: 'barred' }, open: 1 }]);
    const parted = await (await backup.db()).parted.toArray();
    expect(parted.filter(({ open }) => open === 1)).toEqual([]);
  });

  it('keeps one attention item of work that is refused again', async () => {
    server.authority = () => ({ type: 'not-allowed', role: 'rep' });
    await device.mutate('createAccount', anAccount('a1'));
    await device.sync();
    const item = (await device.attention())[0];
    const db = await device.db();
    // The outbox comes back as it was; the attention item is from later.
    if (item) await db.outbox.put({ ...item, seq: 1, state: 'waiting' });
    server.lastSeqs.clear();
    await device.sync();
    expect(await db.outbox.count()).toBe(0);
    expect(await device.attention()).toHaveLength(1);
  });
});

describe('a device and a server that tell different stories (SY-15)', () => {
  it('work made on a store that went back in time is not skipped as known', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    await device.sync();
    const db = await device.db();
    const before = await db.meta.toArray();
    await device.mutate('createAccount', anAccount('a2'));
    await device.sync();
    // The store comes back as it was before a2; the server knows a2 as seq 2.
    await db.transaction('rw', db.meta, db.records, async () => {
      await db.meta.bulkPut(before);
      await db.records.delete(['account', 'a2']);
    });
    await device.mutate('createAccount', anAccount('a3'));
    await device.mutate('createAccount', anAccount('a4'));

    expect(await device.sync()).toEqual(done);
    expect([...server.state().keys()]).toEqual(['account:a1', 'account:a2', 'account:a3', 'account:a4']);
    expect(await device.visible()).toEqual(server.state());
    expect(await (await device.db()).outbox.toArray()).toEqual([]);
  });

  it('work for a server restored from a backup does not wait for ever behind a gap', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    await device.sync();
    server.lastSeqs.clear();
    await device.mutate('createAccount', anAccount('a2'));

    expect(await device.sync()).toEqual(done);
    expect([...server.state().keys()]).toEqual(['account:a1', 'account:a2']);
    expect(await (await device.db()).outbox.toArray()).toEqual([]);
  });

  it('work that the server took and lost before a pull confirmed it is sent again', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createAccount', anAccount('a2'));
    device.network = (send) => async (path, init) => {
      const answer = await send(path, init);
      if (!path.endsWith('/push')) return answer;
      // Acknowledged; then the server comes back from a backup made after the first of the two.
      server.records.delete('account:a2');
      server.restoreTo(1);
      device.network = (send) => send;
      return answer;
    };
    await device.sync();
    await device.mutate('createAccount', anAccount('a3'));

    expect(await device.sync()).toEqual(done);
    expect([...server.state().keys()]).toEqual(['account:a1', 'account:a2', 'account:a3']);
    expect(await (await device.db()).outbox.toArray()).toEqual([]);
  });
});

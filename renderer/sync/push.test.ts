import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, aSession } from './builders.test-kit';
import { Device } from './device.test-kit';
import { failure, ReferenceServer } from './reference-server.test-kit';

let server: ReferenceServer;
let device: Device;
const send = (path: string, init: RequestInit): Promise<Response> =>
  Promise.resolve(server.handle(path, init));
const done = { ok: true, value: undefined };

beforeEach(() => {
  server = new ReferenceServer(aSession());
  device = new Device(aSession(), send);
});

const outbox = async () => (await device.db()).outbox.orderBy('seq').toArray();

describe('push (SY-3)', () => {
  it('sends waiting work in order, and the pull after it empties the outbox', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('editAccount', { id: 'a1', changes: { city: 'Gdynia' } });
    expect(await device.sync()).toEqual(done);

    expect(server.processed.map(({ sent }) => [sent.seq, sent.name])).toEqual([
      [1, 'createAccount'],
      [2, 'editAccount'],
    ]);
    expect(await outbox()).toEqual([]);
    expect(await device.visible()).toEqual(server.state());
    const row = await (await device.db()).records.get(['account', 'a1']);
    expect(row).toMatchObject({ pending: [], serverVersion: 2 });
    expect(row && 'shadow' in row).toBe(false);
  });

  it('takes work whose answer got lost for done, and sends it no second time', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    device.network = (send) => async (path, init) => {
      const answer = await send(path, init);
      if (path.endsWith('/push')) throw new TypeError('connection reset');
      return answer;
    };
    expect(await device.sync()).toEqual({ ok: false, error: { type: 'offline' } });
    expect((await outbox()).map(({ state }) => state)).toEqual(['waiting']);

    device.network = (send) => send;
    expect(await device.sync()).toEqual(done);
    expect(server.requests.filter((request) => request.endsWith('/push'))).toHaveLength(1);
    expect(server.processed).toHaveLength(1);
    expect(await outbox()).toEqual([]);
  });

  it('keeps sent work in the outbox until a pull brings its effects', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    let pulls = 0;
    device.network = (send) => (path, init) => {
      if (path.endsWith('/pull')) pulls += 1;
      return pulls === 2 ? Promise.reject(new TypeError('no network')) : send(path, init);
    };
    await device.sync();
    expect((await outbox()).map(({ state }) => state)).toEqual(['sent']);
    expect((await device.visible()).size).toBe(1);
  });

  it('sends more than one batch when much waits', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    for (let edit = 0; edit < 250; edit += 1)
      await device.mutate('editAccount', { id: 'a1', changes: { city: `City ${String(edit)}` } });
    expect(await device.sync()).toEqual(done);
    expect(server.requests.filter((request) => request.endsWith('/push'))).toHaveLength(2);
    expect(server.processed).toHaveLength(251);
  });

  it('on a full disk says so, sends nothing it could not remember, and goes on after the next try', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    const db = await device.db();
    const noSpace = (_: unknown, row: { readonly key: string }): void => {
      if (row.key === 'triedSeq') throw new DOMException('no space left', 'QuotaExceededError');
    };
    db.meta.hook('creating', noSpace);
    expect(await device.sync()).toEqual({ ok: false, error: { type: 'disk-full' } });
    expect(server.processed).toEqual([]);

    db.meta.hook('creating').unsubscribe(noSpace);
    expect(await device.sync()).toEqual(done);
    expect(await device.visible()).toEqual(server.state());
  });

  it('sends large work in batches of its own', async () => {
    const notes = 'n'.repeat(9_000);
    await device.mutate('createAccount', anAccount('a1'));
    for (let edit = 0; edit < 60; edit += 1)
      await device.mutate('editAccount', { id: 'a1', changes: { notes: `${notes}${String(edit)}` } });
    let longest = 0;
    device.network = (send) => (path, init) => {
      if (typeof init.body === 'string') longest = Math.max(longest, init.body.length);
      return send(path, init);
    };
    expect(await device.sync()).toEqual(done);
    expect(server.processed).toHaveLength(61);
    expect(longest).toBeLessThan(500_000);
  });

  it('asks a server that takes nothing no second time at once', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    device.network = (send) => (path, init) =>
      path.endsWith('/push') ? Promise.resolve(Response.json({ lastSeq: 0, refused: [] })) : send(path, init);
    expect(await device.sync()).toMatchObject({ ok: false, error: { type: 'bad-answer' } });
    expect((await outbox()).map(({ state }) => state)).toEqual(['waiting']);
  });

  it('halves a batch the server finds too large, down to one', async () => {
    for (const id of ['a1', 'a2', 'a3']) await device.mutate('createAccount', anAccount(id));
    device.network = (send) => (path, init) => {
      const body = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as { mutations?: unknown[] };
      return (body.mutations?.length ?? 0) > 1
        ? Promise.resolve(failure(413, 'too-large'))
        : send(path, init);
    };
    expect(await device.sync()).toEqual(done);
    expect(server.processed.map(({ sent }) => sent.seq)).toEqual([1, 2, 3]);
  });
});

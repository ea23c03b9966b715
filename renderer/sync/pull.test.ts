import { beforeEach, describe, expect, it } from 'vitest';
import { aLine, anAccount, aQuote, aSession } from './builders.test-kit';
import { Device } from './device.test-kit';
import { pullChanges } from './pull';
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
const meta = async (key: 'cookie' | 'lastSuccessAt') => (await (await device.db()).meta.get(key))?.value;

describe('pull (SY-5)', () => {
  const fill = (count: number): void => {
    for (let index = 0; index < count; index += 1) {
      const id = `a${String(index)}`;
      const at = '2026-01-01T00:00:00.000Z';
      const owner = { partnerId: 'partner-1', ownerId: 'rep-2', createdAt: at, updatedAt: at };
      server.put({ type: 'account', id }, { ...anAccount(id), ...owner });
    }
  };

  it('shows nothing of a patch in pages before its last page, and then all of it', async () => {
    fill(10);
    server.pageSize = 3;
    let pages = 0;
    device.network = (send) => (path, init) => {
      if (path.endsWith('/pull')) pages += 1;
      return pages === 4 ? Promise.reject(new TypeError('no network')) : send(path, init);
    };
    expect(await device.sync()).toEqual({ ok: false, error: { type: 'offline' } });
    expect((await device.visible()).size).toBe(0);
    expect(await meta('cookie')).toBeUndefined();

    device.restart();
    device.network = (send) => send;
    expect(await device.sync()).toEqual(done);
    expect(await device.visible()).toEqual(server.state());
    expect(await meta('cookie')).toBe('10');
    // Three pages before the break, one after: what had come was not fetched again.
    expect(server.requests.filter((request) => request.endsWith('/pull'))).toHaveLength(4);
  });

  it('a person can stop it at any page; what has come stays, and the next try goes on from there', async () => {
    fill(10);
    server.pageSize = 3;
    const controller = new AbortController();
    let pages = 0;
    device.network = (send) => async (path, init) => {
      if (path.endsWith('/pull') && (pages += 1) === 3) controller.abort();
      init.signal?.throwIfAborted();
      return send(path, init);
    };
    const stopped = await pullChanges({ ...(await device.context()), signal: controller.signal });
    expect(stopped).toEqual({ ok: false, error: { type: 'cancelled' } });
    expect(await (await device.db()).staged.count()).toBe(2);

    device.network = (send) => send;
    expect(await device.sync()).toEqual(done);
    expect(await device.visible()).toEqual(server.state());
    expect(server.requests.filter((request) => request.endsWith('/pull'))).toHaveLength(4);
  });

  it('begins the patch again when the server no longer knows the page', async () => {
    fill(10);
    server.pageSize = 4;
    let calls = 0;
    device.network = (send) => (path, init) => {
      if (path.endsWith('/pull')) calls += 1;
      return calls === 2 ? Promise.resolve(failure(400, 'bad-request')) : send(path, init);
    };
    expect(await device.sync()).toEqual(done);
    expect(await device.visible()).toEqual(server.state());
  });

  it('gives up for now when the server knows no page it gave out', async () => {
    fill(10);
    server.pageSize = 4;
    let refusals = 0;
    device.network = (send) => (path, init) => {
      const { page } = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as { page?: string };
      if (!page) return send(path, init);
      refusals += 1;
      // Without a limit this would never end.
      if (refusals > 5) throw new TypeError('no network');
      return Promise.resolve(failure(400, 'bad-request'));
    };
    expect(await device.sync()).toMatchObject({ ok: false, error: { type: 'refused' } });
    expect(refusals).toBe(2);
  });

  it('takes no page for its own that was staged from another cookie', async () => {
    fill(3);
    await device.sync();
    const change = { type: 'account', id: 'a9', version: 99, record: null } as const;
    const page = { changes: [change], lastSeq: 9, refused: [], nextPage: null, cookie: 'ahead' };
    await (await device.db()).staged.put({ page: 1, from: 'behind', ...page });
    server.put({ type: 'account', id: 'a0' }, null);
    expect(await device.sync()).toEqual(done);
    expect(await meta('cookie')).toBe('4');
    expect(await device.visible()).toEqual(server.state());
  });

  it('replays pending work over what a colleague changed meanwhile', async () => {
    fill(1);
    await device.sync();
    await device.mutate('editAccount', { id: 'a0', changes: { city: 'Sopot' } });
    const theirs = server.state().get('account:a0') as object;
    server.put({ type: 'account', id: 'a0' }, { ...theirs, street: 'Długa 1' } as never);
    device.network = (send) => (path, init) =>
      path.endsWith('/push') ? Promise.reject(new TypeError('no network')) : send(path, init);
    await device.sync();

    expect((await device.visible()).get('account:a0')).toMatchObject({ city: 'Sopot', street: 'Długa 1' });
    const row = await (await device.db()).records.get(['account', 'a0']);
    expect(row?.shadow).toMatchObject({ city: '', street: 'Długa 1' });
  });

  it('keeps aside, and does not drop, a record this version cannot read (SY-10)', async () => {
    server.put({ type: 'account', id: 'odd' }, { id: 'odd', colour: 'green' } as never);
    fill(1);
    expect(await device.sync()).toEqual(done);
    expect([...(await device.visible()).keys()]).toEqual(['account:a0']);
    expect(await (await device.db()).aside.toArray()).toMatchObject([
      { type: 'account', id: 'odd', record: { id: 'odd', colour: 'green' } },
    ]);
  });

  it('on a full disk applies nothing of the patch, says so, and is whole after the next try', async () => {
    await device.mutate('createAccount', anAccount('mine'));
    fill(3);
    const db = await device.db();
    const noSpace = (): never => {
      throw new DOMException('no space left', 'QuotaExceededError');
    };
    db.records.hook('creating', noSpace);
    expect(await device.sync()).toEqual({ ok: false, error: { type: 'disk-full' } });
    expect([...(await device.visible()).keys()]).toEqual(['account:mine']);
    expect(await meta('cookie')).toBeUndefined();

    db.records.hook('creating').unsubscribe(noSpace);
    expect(await device.sync()).toEqual(done);
    expect(await device.visible()).toEqual(server.state());
  });

  it('forgets records the server deleted', async () => {
    fill(2);
    await device.sync();
    server.put({ type: 'account', id: 'a0' }, null);
    await device.sync();
    expect([...(await device.visible()).keys()]).toEqual(['account:a1']);
  });
});

describe('reset (SY-6)', () => {
  it('replaces the records and leaves the outbox alone', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createAccount', anAccount('a2'));
    await device.sync();
    await device.mutate('createQuote', aQuote('q1'));
    await device.mutate('addQuoteItems', { id: 'q1', insertions: [{ before: null, item: aLine('l1') }] });
    server.records.delete('account:a2');
    server.put({ type: 'account', id: 'a1' }, server.records.get('account:a1')?.record ?? null);
    server.oldestCookie = 3;

    expect(await device.sync()).toEqual(done);
    expect([...(await device.visible()).keys()].toSorted()).toEqual(['account:a1', 'quote:q1']);
    expect(server.processed).toHaveLength(4);
    expect(await outbox()).toEqual([]);
  });

  it('shows the old records and the pending work until the new ones are complete', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    await device.sync();
    await device.mutate('createQuote', aQuote('q1'));
    server.oldestCookie = 9;
    let pulls = 0;
    device.network = (send) => (path, init) => {
      if (path.endsWith('/pull')) pulls += 1;
      return pulls > 1 ? Promise.reject(new TypeError('no network')) : send(path, init);
    };
    await device.sync();
    expect([...(await device.visible()).keys()].toSorted()).toEqual(['account:a1', 'quote:q1']);
    expect(await outbox()).toHaveLength(1);
  });

  it('that comes twice in a row is a broken server, left alone for a while', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    device.network = (send) => (path, init) =>
      path.endsWith('/pull') ? Promise.resolve(Response.json({ kind: 'reset' })) : send(path, init);
    expect(await device.sync()).toMatchObject({ ok: false, error: { type: 'bad-answer' } });
    expect(await outbox()).toHaveLength(1);
    expect((await device.visible()).size).toBe(1);
  });
});

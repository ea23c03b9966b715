import { beforeEach, describe, expect, it } from 'vitest';
import { aLine, anAccount, anOpportunity, aQuote, aSession } from './builders.test-kit';
import { Device } from './device.test-kit';
import { failure, ReferenceServer } from './reference-server.test-kit';
import { discard, resubmit } from './resolve-attention';

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

describe('refusals (SY-4)', () => {
  const refuseCreation = (): void => {
    server.authority = ({ name, args }) =>
      name === 'createOpportunity' && JSON.stringify(args).includes('Barred')
        ? { type: 'not-allowed', role: 'rep' }
        : null;
  };

  it('become items with the original arguments and the reason; what waits behind them goes on', async () => {
    refuseCreation();
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createOpportunity', anOpportunity('o1', 'a1', { name: 'Barred' }));
    await device.mutate('createOpportunity', anOpportunity('o2', 'a1'));
    expect(await device.sync()).toEqual(done);

    expect([...(await device.visible()).keys()].toSorted()).toEqual(['account:a1', 'opportunity:o2']);
    const [item, ...others] = await device.attention();
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      name: 'createOpportunity',
      args: anOpportunity('o1', 'a1', { name: 'Barred' }),
      rejection: { type: 'not-allowed', role: 'rep' },
      open: 1,
      parkedWith: null,
    });
    expect(item?.serverState).toEqual([
      { key: { type: 'opportunity', id: 'o1' }, record: null },
      { key: { type: 'account', id: 'a1' }, record: server.state().get('account:a1') },
    ]);
  });

  it('are not lost with the answer that carried them, nor kept twice', async () => {
    refuseCreation();
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createOpportunity', anOpportunity('o1', 'a1', { name: 'Barred' }));
    let cut = false;
    device.network = (send) => async (path, init) => {
      const answer = await send(path, init);
      if (cut || !path.endsWith('/push')) return answer;
      cut = true;
      throw new TypeError('connection reset');
    };
    await device.sync();
    expect(await device.sync()).toEqual(done);
    expect(await device.sync()).toEqual(done);
    expect(await device.attention()).toHaveLength(1);
  });

  it('park what depends on them, and resubmitting sends all of it again in order', async () => {
    refuseCreation();
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createOpportunity', anOpportunity('o1', 'a1', { name: 'Barred' }));
    await device.mutate('editOpportunity', { id: 'o1', changes: { stage: 'solution' } });
    await device.mutate('editOpportunity', { id: 'o1', changes: { nextStep: 'Call on Monday' } });
    await device.sync();

    const [first, second, third] = await device.attention();
    expect(second).toMatchObject({
      parkedWith: first?.id,
      args: { id: 'o1', changes: { stage: 'solution' } },
    });
    expect(third).toMatchObject({ parkedWith: first?.id });

    const db = await device.db();
    const edited = anOpportunity('o1', 'a1', { name: 'Allowed' });
    expect(
      await resubmit(db, device.session, device.now, await device.journal(), first?.id ?? '', edited),
    ).toEqual(done);
    expect((await outbox()).map(({ seq, name }) => [seq, name])).toEqual([
      [5, 'createOpportunity'],
      [6, 'editOpportunity'],
      [7, 'editOpportunity'],
    ]);
    expect(await device.sync()).toEqual(done);
    expect((await device.visible()).get('opportunity:o1')).toMatchObject({
      name: 'Allowed',
      stage: 'solution',
      nextStep: 'Call on Monday',
    });
    expect((await device.attention()).map(({ open }) => open)).toEqual([0, 0, 0]);
  });

  it('parked and still not possible after the resubmission stay open, each on its own', async () => {
    refuseCreation();
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createOpportunity', anOpportunity('o1', 'a1', { name: 'Barred' }));
    await device.mutate('editOpportunity', { id: 'o1', changes: { stage: 'solution' } });
    await device.sync();
    const [first] = await device.attention();

    // Under another id, so that the parked edit finds nothing to edit.
    const edited = anOpportunity('o9', 'a1', { name: 'Allowed' });
    const db = await device.db();
    expect(
      await resubmit(db, device.session, device.now, await device.journal(), first?.id ?? '', edited),
    ).toEqual(done);
    expect(await device.attention()).toMatchObject([
      { open: 0, resolution: { how: 'resubmitted', seqs: [4] } },
      { open: 1, parkedWith: null, rejection: { type: 'not-found', id: 'o1' } },
    ]);
  });

  it('resubmitted with arguments that are refused here too stay as they were', async () => {
    refuseCreation();
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createOpportunity', anOpportunity('o1', 'a1', { name: 'Barred' }));
    await device.sync();
    const before = await device.attention();
    const edited = anOpportunity('o1', 'no-such-account');

    expect(
      await resubmit(
        await device.db(),
        device.session,
        device.now,
        await device.journal(),
        before[0]?.id ?? '',
        edited,
      ),
    ).toEqual({ ok: false, error: { type: 'not-found', recordType: 'account', id: 'no-such-account' } });
    expect(await device.attention()).toEqual(before);
    expect(await outbox()).toEqual([]);
  });

  it('given up are kept, marked resolved, and cannot be settled twice', async () => {
    refuseCreation();
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createOpportunity', anOpportunity('o1', 'a1', { name: 'Barred' }));
    await device.sync();
    const id = (await device.attention())[0]?.id ?? '';
    const db = await device.db();

    expect(await discard(db, device.now, id)).toEqual(done);
    expect(await discard(db, device.now, id)).toEqual({ ok: false, error: { type: 'already-resolved' } });
    expect(await device.attention()).toMatchObject([
      { args: { name: 'Barred' }, open: 0, resolution: { how: 'discarded' } },
    ]);
  });
});

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
});

describe('a device and a server that tell different stories (SY-3)', () => {
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
    expect(await outbox()).toEqual([]);
  });

  it('work for a server restored from a backup does not wait for ever behind a gap', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    await device.sync();
    server.lastSeqs.clear();
    await device.mutate('createAccount', anAccount('a2'));

    expect(await device.sync()).toEqual(done);
    expect([...server.state().keys()]).toEqual(['account:a1', 'account:a2']);
    expect(await outbox()).toEqual([]);
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
    expect(await outbox()).toEqual([]);
  });
});

describe('whose work it is (SY-12)', () => {
  it('an expired session is said and loses nothing', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    server.session = null;
    expect(await device.sync()).toEqual({ ok: false, error: { type: 'session-expired' } });
    expect(await outbox()).toHaveLength(1);
    expect((await device.visible()).size).toBe(1);
  });

  it('with somebody else signed in nothing is sent or received', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    server.session = aSession({ userId: 'rep-9' });
    expect(await device.sync()).toEqual({ ok: false, error: { type: 'session-expired' } });
    expect(server.requests).toEqual(['GET /api/v1/session']);
    expect(server.processed).toEqual([]);
  });
});

describe('answers that are not the protocol', () => {
  it.each([
    ['a portal page', () => new Response('<html>Sign in to the hotel</html>'), 'bad-answer'],
    ['a gateway without a server', () => new Response('Bad gateway', { status: 502 }), 'server-error'],
    ['the desktop host without a server', () => failure(503, 'unavailable'), 'offline'],
    ['an older app than the server takes', () => failure(400, 'protocol-too-old'), 'protocol-too-old'],
    ['too many requests', () => failure(429, 'too-many-requests'), 'too-many-requests'],
  ])('%s: typed, and nothing changes', async (_, answer, type) => {
    await device.mutate('createAccount', anAccount('a1'));
    device.network = (send) => (path, init) =>
      path.endsWith('/push') ? Promise.resolve(answer()) : send(path, init);
    expect(await device.sync()).toMatchObject({ ok: false, error: { type } });
    expect((await outbox()).map(({ state }) => state)).toEqual(['waiting']);
    expect(await meta('lastSuccessAt')).toBeUndefined();
  });
});

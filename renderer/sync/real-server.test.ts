import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aProduct } from '#shared/domain/quote/quote.test-kit';
import { sessionSchema } from '#shared/protocol/session';
import { startTestServer, testPassword, type TestServer } from '../../server/test-vendor.test-kit';
import { createCatalogService } from '../client/catalog-service';
import { aLine, anAccount, anOpportunity, aQuote } from './builders.test-kit';
import { Device } from './device.test-kit';
import { createHints } from './hints';
import { madeFor } from './made-for';
import { settleParted } from './parted';
import type { Fetch } from './server-api';

const done = { ok: true, value: undefined };
let server: TestServer;
let origin: string;
const devices: Device[] = [];

/** One server for all: each test works on records of its own. */
beforeAll(async () => {
  server = await startTestServer('PGlite');
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${String((server.app.server.address() as AddressInfo).port)}`;
});

afterEach(() => {
  for (const device of devices.splice(0)) device.restart();
});
afterAll(() => server.close());

/** Signs in over HTTP as Electron's main does, and gives the device a fetch that carries the token. */
async function signIn(userId: string): Promise<Device> {
  const answer = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-fieldquote-host': 'electron' },
    body: JSON.stringify({ email: `${userId}@example.com`, password: testPassword }),
  });
  const session = sessionSchema.parse(await answer.json());
  const authorization = `Bearer ${answer.headers.get('x-session-token') ?? ''}`;
  const send: Fetch = (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', authorization);
    return fetch(origin + path, { ...init, headers });
  };
  const device = new Device(session, send);
  devices.push(device);
  return device;
}

/** Delivers requests to `path` and loses their answers. */
const answerLost =
  (path: string) =>
  (send: Fetch): Fetch =>
  async (asked, init) => {
    const answer = await send(asked, init);
    if (asked.endsWith(path)) throw new TypeError('connection reset');
    return answer;
  };

const ids = async (device: Device): Promise<string[]> => [...(await device.visible()).keys()].toSorted();

describe('two devices and a stranger against the vendor server', () => {
  it("SY-5: a colleague's device sees the same records, another partner's none of them", async () => {
    const [mine, colleague, stranger] = [
      await signIn('rep-1'),
      await signIn('manager-1'),
      await signIn('rep-2'),
    ];
    await mine.sync();
    await mine.mutate('createAccount', anAccount('new-account'));
    await mine.mutate('createOpportunity', anOpportunity('new-deal', 'new-account'));
    await mine.mutate('createQuote', aQuote('new-quote', { accountId: 'new-account' }));
    await mine.mutate('addQuoteItems', {
      id: 'new-quote',
      insertions: [{ before: null, item: aLine('line-1', '2.5') }],
    });
    for (const device of [mine, colleague, stranger]) expect(await device.sync()).toEqual(done);

    expect(await ids(mine)).toEqual(
      expect.arrayContaining(['account:new-account', 'opportunity:new-deal', 'quote:new-quote']),
    );
    expect(await colleague.visible()).toEqual(await mine.visible());
    expect((await ids(stranger)).filter((key) => key.includes('new-'))).toEqual([]);
    expect(await ids(stranger)).toContain('account:account-2');
  });

  it('SY-3: work whose answer got lost is there once', async () => {
    const device = await signIn('rep-1');
    await device.mutate('createAccount', anAccount('lost-answer'));
    await device.mutate('editAccount', { id: 'lost-answer', changes: { city: 'Gdynia' } });
    device.network = answerLost('/push');
    expect(await device.sync()).toEqual({ ok: false, error: { type: 'offline' } });

    device.network = (send) => send;
    await device.mutate('editAccount', { id: 'lost-answer', changes: { street: 'Długa 1' } });
    expect(await device.sync()).toEqual(done);
    expect((await device.visible()).get('account:lost-answer')).toMatchObject({
      city: 'Gdynia',
      street: 'Długa 1',
    });
    expect(await (await device.db()).outbox.count()).toBe(0);
    expect(await device.attention()).toEqual([]);
  });

  it('SY-4: what the server refuses needs attention with what depends on it, and the rest arrives', async () => {
    const [mine, colleague] = [await signIn('rep-1'), await signIn('manager-1')];
    await colleague.mutate('createQuote', aQuote('same-id'));
    await colleague.sync();
    await mine.mutate('createQuote', aQuote('same-id', { title: 'Mine' }));
    await mine.mutate('createQuote', aQuote('mine'));
    expect(await mine.sync()).toEqual(done);

    expect(await mine.attention()).toMatchObject([
      {
        name: 'createQuote',
        args: { title: 'Mine' },
        rejection: { type: 'already-exists', recordType: 'quote', id: 'same-id' },
        serverState: [{ key: { type: 'quote', id: 'same-id' }, record: { title: '', ownerId: 'manager-1' } }],
      },
    ]);
    await colleague.sync();
    expect(await colleague.visible()).toEqual(await mine.visible());
    expect(await ids(mine)).toContain('quote:mine');
  });

  it('SY-4: edits of a quote that was presented elsewhere meanwhile are parked with the first refused one', async () => {
    const [mine, colleague] = [await signIn('rep-1'), await signIn('manager-1')];
    const item = aLine('line-1');
    await mine.mutate('createQuote', aQuote('q1', { items: [item] }));
    for (const device of [mine, colleague]) await device.sync();
    await colleague.mutate('changeQuoteState', { id: 'q1', to: 'presented' });
    await colleague.sync();
    for (const quantity of ['2', '3'])
      await mine.mutate('editQuoteItems', { id: 'q1', edits: [{ itemId: 'line-1', changes: { quantity } }] });
    expect(await mine.sync()).toEqual(done);

    const [first, second] = await mine.attention();
    expect(first).toMatchObject({ rejection: { type: 'edited-elsewhere' }, parkedWith: null });
    expect(second).toMatchObject({ parkedWith: first?.id });
    expect((await mine.visible()).get('quote:q1')).toMatchObject({ state: 'presented', items: [item] });
  });

  it('SY-5: a first pull of many pages shows all or nothing', async () => {
    const mine = await signIn('rep-1');
    for (let index = 0; index < 520; index += 1)
      await mine.mutate('createAccount', anAccount(`many-${String(index)}`));
    expect(await mine.sync()).toEqual(done);

    const second = await signIn('rep-1');
    let pulls = 0;
    second.network = (send) => (path, init) => {
      if (path.endsWith('/pull')) pulls += 1;
      return pulls === 2 ? Promise.reject(new TypeError('no network')) : send(path, init);
    };
    await second.sync();
    expect(await ids(second)).toEqual([]);
    second.network = (send) => send;
    expect(await second.sync()).toEqual(done);
    expect(await second.visible()).toEqual(await mine.visible());
  });

  it('SY-6: a cookie too old brings a reset, which the work waiting here survives', async () => {
    const device = await signIn('rep-1');
    await device.mutate('createAccount', anAccount('before-reset'));
    await device.sync();
    await server.database
      .updateTable('tenant')
      .set({ tombstones_from: 1_000_000, version: 1_000_000 })
      .execute();
    await device.mutate('editAccount', { id: 'before-reset', changes: { city: 'Sopot' } });

    expect(await device.sync()).toEqual(done);
    expect((await device.visible()).get('account:before-reset')).toMatchObject({ city: 'Sopot' });
    expect(await (await device.db()).outbox.count()).toBe(0);
  });

  it('SY-13: two people edit one quote; each has both versions to choose from, and work goes on from the first', async () => {
    const [mine, colleague] = [await signIn('rep-1'), await signIn('manager-1')];
    await mine.mutate('createQuote', aQuote('q-both', { title: 'As it was' }));
    for (const device of [mine, colleague]) await device.sync();
    await colleague.mutate('editQuote', { id: 'q-both', changes: { title: 'Theirs' } });
    await mine.mutate('editQuote', { id: 'q-both', changes: { title: 'Mine' } });
    for (const device of [colleague, mine]) expect(await device.sync()).toEqual(done);
    expect(await (await mine.db()).parted.toArray()).toMatchObject([
      { id: 'q-both', base: { title: 'As it was' }, mine: { title: 'Mine' }, open: 1 },
    ]);

    await mine.mutate('editQuote', { id: 'q-both', changes: { introduction: 'Dear customer' } });
    await settleParted(await mine.db(), mine.now, 'quote', 'q-both', 'kept-theirs');
    for (const device of [mine, colleague]) expect(await device.sync()).toEqual(done);
    expect((await colleague.visible()).get('quote:q-both')).toMatchObject({
      title: 'Theirs',
      introduction: 'Dear customer',
    });
    expect((await mine.attention()).map(({ open }) => open)).toEqual([0]);
  });

  it('SY-15: a copied disk and its original both get their work through, once', async () => {
    const device = await signIn('rep-1');
    await device.mutate('createAccount', anAccount('before-copy'));
    await device.sync();
    await device.mutate('createAccount', anAccount('in-both'));
    const copy = await device.copy();
    devices.push(copy);
    await device.mutate('createAccount', anAccount('by-original'));
    await copy.mutate('createAccount', anAccount('by-copy'));
    copy.network = (send) => async (path, init) => {
      if (path.endsWith('/push')) await device.sync();
      return send(path, init);
    };
    expect(await copy.sync()).toEqual(done);
    expect(await device.sync()).toEqual(done);
    expect(await ids(device)).toEqual(
      expect.arrayContaining(['account:by-copy', 'account:by-original', 'account:in-both']),
    );
    for (const each of [device, copy]) {
      expect(await (await each.db()).outbox.count()).toBe(0);
      expect(await each.attention()).toEqual([]);
    }
  });

  it("SY-8: a colleague's change is hinted at on the stream", async () => {
    const [mine, colleague] = [await signIn('rep-1'), await signIn('manager-1')];
    const { fetch, random } = await mine.context();
    const heard: string[] = [];
    let tell: () => void = () => undefined;
    const told = (count: number) =>
      new Promise<void>((resolve) => {
        tell = () => heard.length >= count && resolve();
        tell();
      });
    const hints = createHints({
      fetch: madeFor(mine.session.userId, fetch),
      later: (run, milliseconds) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      random,
      locks: null,
      lockName: '',
      onHint: (about) => {
        heard.push(about);
        tell();
      },
      onListening: () => undefined,
    });
    hints.setActive(true);
    await told(1);
    await colleague.mutate('createAccount', anAccount('hinted-at'));
    await colleague.sync();
    await told(2);
    await hints.stop();
    expect(heard).toEqual(['records', 'records']);
  });

  it('SY-12: after sign-out elsewhere nothing is lost and nothing goes out', async () => {
    const device = await signIn('rep-1');
    await device.mutate('createAccount', anAccount('before-sign-out'));
    await server.database.deleteFrom('session').execute();
    expect(await device.sync()).toEqual({ ok: false, error: { type: 'session-expired' } });
    expect(await ids(device)).toEqual(['account:before-sign-out']);
  });

  it('SY-7: the books of the partner, and no others, can be searched and priced from offline', async () => {
    const device = await signIn('rep-1');
    expect(await device.sync()).toEqual(done);
    const catalog = createCatalogService(await device.db());
    const books = await catalog.books();
    expect(books.map(({ bookId, version }) => [bookId, version])).toEqual([['book-1', 1]]);
    const { sku } = aProduct();
    expect(await catalog.pricingData('book-1', 1, [sku, 'no-such-sku'])).toMatchObject({
      ok: true,
      value: { entries: [{ sku }], products: [{ sku }] },
    });
    expect(await catalog.pricingData('book-2', 1, [])).toMatchObject({
      ok: false,
      error: { type: 'book-not-on-device' },
    });
  });
});

describe('somebody else signs in on this device during a round (SY-12)', () => {
  /** From the first request to `path` on, the browser's cookie is the other person's. */
  const signedInMeanwhile = (device: Device, other: Device, path: string): void => {
    let switched = false;
    device.network = (send) => async (asked, init) => {
      switched ||= asked.endsWith(path);
      return switched ? (await other.context()).fetch(asked, init) : send(asked, init);
    };
  };

  it('nothing is sent as them', async () => {
    const [mine, other] = [await signIn('rep-1'), await signIn('rep-2')];
    await mine.mutate('createAccount', anAccount('switched-1'));
    signedInMeanwhile(mine, other, '/push');
    expect(await mine.sync()).toEqual({ ok: false, error: { type: 'session-expired' } });
    await other.sync();
    expect(await ids(other)).not.toContain('account:switched-1');

    mine.network = (send) => send;
    expect(await mine.sync()).toEqual(done);
    expect(await ids(mine)).toContain('account:switched-1');
  });

  it.each(['/pull', '/snapshots'])('nothing of theirs is stored here: %s', async (path) => {
    const [mine, other] = [await signIn('rep-1'), await signIn('rep-2')];
    signedInMeanwhile(mine, other, path);
    expect(await mine.sync()).toEqual({ ok: false, error: { type: 'session-expired' } });
    expect(await ids(mine)).not.toContain('partner:partner-2');
  });
});

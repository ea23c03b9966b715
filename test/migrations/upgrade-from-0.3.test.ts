import { IDBFactory } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { registrationRequestSchema } from '#shared/domain/deal/registration-request';
import { mutations } from '#shared/mutations/registry';
import { pullResponseSchema } from '#shared/protocol/pull';
import { pushResponseSchema, sentMutationSchema, type PushRequest } from '#shared/protocol/push';
import { getMeta } from '../../renderer/db/meta';
import type { AttentionRow, OutboxRow } from '../../renderer/db/rows';
import { reconcile } from '../../renderer/journal/reconcile';
import { Device } from '../../renderer/sync/device.test-kit';
import type { Fetch } from '../../renderer/sync/server-api';
import { buildDemoVendor } from '../../server/seed/build-demo-vendor';
import { makeDemoFolder, startDemoServer, type DemoFolder } from './demo-server';
import { freezeDatabase } from './freeze-database';
import { readFrozen, restoreJournal } from './frozen-database';
import { smallDemo } from './small-demo';
import { clockOf, noNetwork, replayHistory, upgradedDevice } from './upgraded-device';

const frozen = readFrozen('v2/pending-work.json');
const rowsOf = (table: string): readonly unknown[] => frozen.tables[table]?.rows ?? [];
const outboxThen = rowsOf('outbox') as readonly OutboxRow[];
const attentionThen = rowsOf('attention') as readonly AttentionRow[];

const closing: (() => Promise<void>)[] = [];
let folder: DemoFolder;
beforeAll(async () => {
  folder = await makeDemoFolder(smallDemo(buildDemoVendor(frozen.madeOn)), clockOf(frozen));
}, 180_000);
afterAll(() => folder.remove());
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function opened(send: Fetch = noNetwork, factory = new IDBFactory()): Promise<Device> {
  const device = await upgradedDevice(frozen, send, factory);
  closing.push(() => Promise.resolve(device.restart()));
  return device;
}

/** A device of the same person that has nothing, or only the journal. */
function empty(send: Fetch = noNetwork): Device {
  const device = new Device(frozen.session, send);
  device.now = clockOf(frozen);
  closing.push(() => Promise.resolve(device.restart()));
  return device;
}

const compare = async (device: Device) =>
  reconcile(await device.db(), device.session, await device.journal());

/** Today's server, which has all that the device and its owner's other one had sent it by then. */
async function startServer(): Promise<Fetch> {
  const server = await startDemoServer(folder);
  closing.push(() => server.close());
  const { send } = await server.signIn(frozen.session.email);
  await replayHistory(frozen, send);
  return send;
}

const post = (send: Fetch, path: string, body: object): Promise<Response> =>
  send(`/api/v1/sync/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('a database of version 0.3 opened by this version (SY-10)', () => {
  it('was left with every kind of work that 0.3 knew, waiting, on its way, refused and parted', () => {
    const kinds = new Set(outboxThen.map(({ name }) => name));
    expect(kinds.size).toBe(30);
    expect([...kinds].filter((name) => !Object.hasOwn(mutations, name))).toEqual([]);
    expect(new Set(outboxThen.map(({ state }) => state))).toEqual(new Set(['sent', 'waiting']));
    expect(new Set(attentionThen.map(({ open }) => open))).toEqual(new Set([0, 1]));
    expect(rowsOf('parted')).toHaveLength(2);
  });

  it.each(Object.keys(frozen.tables))('keeps every row of %s as it is', async (table) => {
    const factory = new IDBFactory();
    await (await opened(noNetwork, factory)).db();
    expect(rowsOf(table).length).toBeGreaterThan(0);
    const { tables } = await freezeDatabase(frozen.name, factory);
    expect(tables[table]?.rows).toEqual(rowsOf(table));
  });

  it('SY-2 its journal tells the same story as the store: nothing to put back, nothing to say, nothing changed', async () => {
    const factory = new IDBFactory();
    const device = await opened(noNetwork, factory);
    expect(await compare(device)).toEqual({ ok: true, value: null });
    const { tables } = await freezeDatabase(frozen.name, factory);
    for (const table of Object.keys(frozen.tables)) expect(tables[table]?.rows).toEqual(rowsOf(table));
    const journal = await (await device.journal()).read();
    const unsettled = [...outboxThen, ...attentionThen.filter(({ open }) => open === 1)];
    expect(journal.ok && journal.value.entries.map(({ editId }) => editId).toSorted()).toEqual(
      unsettled.map(({ editId }) => editId).toSorted(),
    );
  });

  it('SY-2 with the store gone, the journal of 0.3 brings back all that was not settled, under its names and in its order', async () => {
    const device = empty();
    restoreJournal(frozen, device.journalDisk);
    const unsettled = [...attentionThen.filter(({ open }) => open === 1), ...outboxThen];
    expect(await compare(device)).toMatchObject({ value: { restored: unsettled.length, storeLost: true } });
    const after = await (await device.db()).outbox.orderBy('seq').toArray();
    const piece = ({ editId, name, args, schemaVersion, businessId, saw }: OutboxRow | AttentionRow) => ({
      editId,
      name,
      args,
      schemaVersion,
      businessId,
      saw,
    });
    expect(after.map(piece)).toEqual(unsettled.toSorted((a, b) => a.seq - b.seq).map(piece));
  });

  it('SY-13 an edit after the upgrade is known to be built on the work that waits', async () => {
    const device = await opened();
    const last = outboxThen.findLast(({ touches }) => touches.includes('quote:frozen-quote'));
    const changes = { title: 'Edited after the upgrade' };
    expect(await device.mutate('editQuote', { id: 'frozen-quote', changes })).toMatchObject({ ok: true });
    const made = await (await device.db()).outbox.orderBy('seq').last();
    expect(made?.saw).toEqual({ 'quote:frozen-quote': last?.editId });
  });
});

describe('then it meets a server of today', { timeout: 120_000 }, () => {
  /** What became of each piece of work, as whoever pulls sees it. */
  const delivered = (seen: ReadonlyMap<string, unknown>): void => {
    const all = (type: string) =>
      [...seen].flatMap(([key, record]) => (key.startsWith(`${type}:`) ? [record] : []));
    for (const id of ['account-sent', 'account-waiting', 'account-twice'])
      expect(seen.get(`account:frozen-${id}`)).toBeDefined();
    for (const id of ['contact-sent', 'contact-sent-2', 'contact-waiting'])
      expect(seen.get(`contact:frozen-${id}`)).toBeDefined();
    expect(seen.get('account:frozen-account')).toMatchObject({ city: 'Łódź', notes: 'typed on the train' });
    expect(seen.get('contact:frozen-contact')).toMatchObject({ phone: '+49 221 000' });
    expect(seen.get('opportunity:frozen-opportunity-sent')).toBeDefined();
    expect(seen.get('opportunity:frozen-opportunity')).toMatchObject({
      amount: '25000.50',
      notes: 'typed on the train',
    });
    expect(seen.get('editConflict:rheinkontor-opportunity-03-conflict')).toMatchObject({ state: 'settled' });
    expect(seen.get('opportunity:rheinkontor-opportunity-03')).toMatchObject({ amount: '44100' });

    expect(seen.get('quote:frozen-quote')).toMatchObject({
      state: 'draft',
      items: [
        { id: 'frozen-section' },
        { id: 'frozen-line-2' },
        { id: 'frozen-line-1', quantity: '12' },
        { id: 'frozen-either-1', alternative: { chosen: false } },
        { id: 'frozen-either-2', alternative: { chosen: true } },
        { id: 'frozen-kit' },
        { component: { optionId: 'firewall' } },
        { component: { optionId: 'switch' } },
        { component: { optionId: 'wifi' }, quantity: '2' },
        { component: { optionId: 'awareness' } },
      ],
    });
    expect(seen.get('quote:frozen-mine')).toMatchObject({
      title: 'Edited here',
      items: [{ quantity: '12' }, {}],
    });
    expect(seen.get('quote:frozen-two-laptops')).toMatchObject({ title: 'Edited there' });
    expect(seen.get('quote:frozen-bid')).toMatchObject({
      priceBook: { version: 2 },
      items: [{ keptVersion: 1 }, {}],
    });
    expect(seen.get('specialBid:frozen-special-bid')).toMatchObject({ state: 'requested' });
    expect(seen.get('specialBid:frozen-special-bid-gone')).toMatchObject({ state: 'withdrawn' });
    expect(seen.get('approval:frozen-asks-approval')).toMatchObject({ state: 'pending' });
    expect(seen.get('approval:frozen-asks-gone-approval')).toMatchObject({ state: 'withdrawn' });
    expect(seen.get('approval:rheinkontor-quote-04-approval')).toMatchObject({
      decisions: [{ comment: 'Go on' }],
    });
    expect(seen.get('quote:rheinkontor-quote-07')).toMatchObject({
      internalNotes: 'edited offline',
      state: 'draft',
    });
    const kept = all('quoteRevision').filter((record) => Object(record).quoteId === 'rheinkontor-quote-07');
    expect(kept).toHaveLength(1);
    expect(seen.get('quote:frozen-inside-policy')).toMatchObject({ state: 'ordered' });
    const orders = all('order').filter((record) =>
      String(Object(record).purchaseOrderNumber).startsWith('PO-FROZEN'),
    );
    expect(orders).toMatchObject([
      { id: 'frozen-order', quoteId: 'rheinkontor-quote-08', state: 'received' },
      { id: 'frozen-order-new', quoteId: 'frozen-inside-policy', state: 'received' },
    ]);

    // An amount without its currency, as the form of 0.3 sent it.
    const request = (id: string) => registrationRequestSchema.parse(seen.get(`registrationRequest:${id}`));
    expect(request('rheinkontor-registration-03')).toMatchObject({
      amount: '61000',
      currency: 'EUR',
      state: 'submitted',
    });
    expect(request('rheinkontor-registration-02').appeals.map(({ text }) => text)).toEqual([
      'We have known them since March.',
    ]);
    for (const id of ['again', 'waiting', 'twice'])
      expect(request(`frozen-registration-${id}`)).toMatchObject({ state: 'submitted', amount: '50000' });
    expect(request('frozen-registration').state).toBe('withdrawn');
  };

  /** What a device that was never here before gets: all that arrived. */
  const onFreshDevice = async (send: Fetch): Promise<Map<string, unknown>> => {
    const fresh = empty(send);
    expect(await fresh.sync()).toEqual({ ok: true, value: undefined });
    return fresh.visible();
  };

  it('all that waited arrives once, nothing is refused that was not, and what was refused still waits for the person', async () => {
    const send = await startServer();
    const device = await opened(send);
    expect(await compare(device)).toEqual({ ok: true, value: null });
    expect(await device.sync()).toEqual({ ok: true, value: undefined });
    expect(await device.attention()).toEqual(attentionThen.toSorted((a, b) => a.seq - b.seq));
    const db = await device.db();
    expect(await db.outbox.count()).toBe(0);
    expect(await db.parted.toArray()).toEqual(rowsOf('parted'));
    expect(await getMeta(db, 'deviceName')).toBe('Karins Laptop');
    const seen = await onFreshDevice(send);
    delivered(seen);
    expect(await device.visible()).toEqual(seen);
  });

  it('SY-15 answers that get lost, then the store itself: the journal of 0.3 has it all done once nevertheless', async () => {
    const send = await startServer();
    const first = await opened(send);
    first.network = (to) => async (path, init) => {
      const answer = await to(path, init);
      if (path.endsWith('/push')) throw new TypeError('connection reset');
      return answer;
    };
    expect(await first.sync()).toEqual({ ok: false, error: { type: 'offline' } });

    const rebuilt = empty(send);
    restoreJournal(frozen, rebuilt.journalDisk);
    await compare(rebuilt);
    expect(await rebuilt.sync()).toEqual({ ok: true, value: undefined });
    const stillOpen = attentionThen.filter(({ open }) => open === 1).map(({ editId }) => editId);
    expect((await rebuilt.attention()).map(({ editId }) => editId).toSorted()).toEqual(stillOpen.toSorted());
    expect(await (await rebuilt.db()).outbox.count()).toBe(0);
    const seen = await onFreshDevice(send);
    delivered(seen);
    expect(await rebuilt.visible()).toEqual(seen);
  });

  it('SY-17 an app of 0.3 that was not upgraded sends it in the words of protocol 2, twice: it is taken once', async () => {
    const send = await startServer();
    const request: PushRequest = {
      protocolVersion: 2,
      clientId: outboxThen[0]?.clientId ?? '',
      mutations: outboxThen.map((row) => sentMutationSchema.parse(row)),
    };
    const pull = async (protocolVersion = 2) => {
      const { clientId } = request;
      const body = { protocolVersion, clientId, cookie: null, page: null, refusedFrom: null };
      const answer = pullResponseSchema.parse(await (await post(send, 'pull', body)).json());
      if (answer.kind !== 'patch') throw new Error(answer.kind);
      return answer;
    };
    const push = async () => pushResponseSchema.parse(await (await post(send, 'push', request)).json());
    const last = outboxThen.at(-1)?.seq;
    expect(await push()).toMatchObject({ lastSeq: last, refused: [] });
    const after = await pull();
    expect(await push()).toMatchObject({ lastSeq: last, refused: [] });
    expect(await pull()).toEqual(after);
    const typesOf = ({ changes }: typeof after) => new Set(changes.map(({ type }) => type));
    expect(typesOf(await pull(3))).toContain('salesPath');
    expect(typesOf(after)).not.toContain('salesPath');
    delivered(new Map(after.changes.map(({ type, id, record }) => [`${type}:${id}`, record])));
  });
});

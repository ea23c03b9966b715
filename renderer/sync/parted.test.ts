import { beforeEach, describe, expect, it } from 'vitest';
import type { PartedRow } from '../db/rows';
import { aLine, aQuote, aSession } from './builders.test-kit';
import { Device } from './device.test-kit';
import { settleParted } from './parted';
import { ReferenceServer } from './reference-server.test-kit';
import { discard } from './resolve-attention';

const done = { ok: true, value: undefined };
const anOrder = {
  id: 'o1',
  businessId: '0199aaaa-0000-7000-8000-000000000001',
  quoteId: 'q1',
  quoteRevision: 1,
  lines: [],
  totals: {},
  purchaseOrderNumber: '',
  note: '',
};
let server: ReferenceServer;
let mine: Device;
let colleague: Device;

beforeEach(async () => {
  server = new ReferenceServer(aSession());
  const send = (path: string, init: RequestInit): Promise<Response> =>
    Promise.resolve(server.handle(path, init));
  [mine, colleague] = [new Device(aSession(), send), new Device(aSession(), send)];
  await mine.mutate('createQuote', aQuote('q1', { title: 'As it was', items: [aLine('l1')] }));
  await mine.sync();
  await colleague.sync();
});

const retitle = (device: Device, title: string) =>
  device.mutate('editQuote', { id: 'q1', changes: { title } });
const setQuantity = (device: Device, quantity: string) =>
  device.mutate('editQuoteItems', { id: 'q1', edits: [{ itemId: 'l1', changes: { quantity } }] });
const parted = async (): Promise<readonly PartedRow[]> => (await mine.db()).parted.toArray();
const outboxIds = async () =>
  (await (await mine.db()).outbox.orderBy('seq').toArray()).map(({ editId }) => editId);
const quote = async (device: Device) => (await device.visible()).get('quote:q1');

/** The colleague's edit comes in while mine cannot go out. */
async function meetTheirs(): Promise<void> {
  await retitle(colleague, 'Theirs');
  await colleague.sync();
  mine.network = (send) => (path, init) =>
    path.endsWith('/push') ? Promise.reject(new TypeError('no network')) : send(path, init);
  await mine.sync();
  mine.network = (send) => send;
}

describe('a quote edited on two devices (SY-13)', () => {
  it("the server's is shown, and this person's whole version is kept with what it started from", async () => {
    await retitle(mine, 'Mine');
    await setQuantity(mine, '7');
    const editIds = await outboxIds();
    await meetTheirs();

    expect(await quote(mine)).toMatchObject({ title: 'Theirs', items: [{ quantity: '1' }] });
    expect(await parted()).toMatchObject([
      {
        type: 'quote',
        id: 'q1',
        base: { title: 'As it was', items: [{ quantity: '1' }] },
        mine: { title: 'Mine', items: [{ quantity: '7' }] },
        editIds,
        open: 1,
      },
    ]);
  });

  it('is kept too when the refusal comes before the change: it slipped in between pull and push', async () => {
    await retitle(mine, 'Mine');
    mine.network = (send) => async (path, init) => {
      if (path.endsWith('/push')) {
        await retitle(colleague, 'Theirs');
        await colleague.sync();
      }
      return send(path, init);
    };
    expect(await mine.sync()).toEqual(done);
    expect(await quote(mine)).toMatchObject({ title: 'Theirs' });
    expect(await parted()).toMatchObject([
      { base: { title: 'As it was' }, mine: { title: 'Mine' }, open: 1 },
    ]);
  });

  it('SY-4: the edits behind it are one attention item with the others parked with it', async () => {
    await retitle(mine, 'Mine');
    await setQuantity(mine, '7');
    await setQuantity(mine, '8');
    await meetTheirs();
    await mine.sync();

    const [first, ...others] = await mine.attention();
    expect(first).toMatchObject({ rejection: { type: 'edited-elsewhere' }, parkedWith: null, open: 1 });
    expect(others.map(({ parkedWith }) => parkedWith)).toEqual([first?.id, first?.id]);
    expect(await parted()).toMatchObject([{ mine: { items: [{ quantity: '8' }] }, open: 1 }]);
  });

  it("work done after it is based on the server's version and goes through, though the old waits before it", async () => {
    await retitle(mine, 'Mine');
    await meetTheirs();
    await setQuantity(mine, '3');
    expect(await mine.sync()).toEqual(done);

    expect(server.state().get('quote:q1')).toMatchObject({ title: 'Theirs', items: [{ quantity: '3' }] });
    expect(await mine.visible()).toEqual(server.state());
    expect(await parted()).toMatchObject([{ mine: { title: 'Mine' }, open: 1 }]);
  });

  it("work on the server's version that meets a third one is an item of its own, not part of the version kept", async () => {
    await retitle(mine, 'Mine');
    await meetTheirs();
    const before = await parted();
    await setQuantity(mine, '3');
    await retitle(colleague, 'Theirs again');
    await colleague.sync();
    await mine.sync();

    expect(await mine.attention()).toMatchObject([
      { name: 'editQuote', parkedWith: null },
      { name: 'editQuoteItems', parkedWith: null },
    ]);
    expect(await parted()).toEqual(before);
  });

  it('says nothing of edits that nobody met', async () => {
    await retitle(mine, 'Mine');
    await colleague.mutate('createQuote', aQuote('q2'));
    await colleague.sync();
    expect(await mine.sync()).toEqual(done);
    expect(await parted()).toEqual([]);
    expect(await mine.attention()).toEqual([]);
  });
});

describe('choosing between the two (SY-13)', () => {
  it.each(['kept-theirs', 'took-mine', 'kept-both'] as const)(
    '%s closes it with its attention items, once',
    async (how) => {
      await retitle(mine, 'Mine');
      await setQuantity(mine, '7');
      await meetTheirs();
      await mine.sync();
      const db = await mine.db();
      await settleParted(db, mine.now, 'quote', 'q1', how);
      await settleParted(db, mine.now, 'quote', 'q1', 'kept-theirs');

      expect(await parted()).toMatchObject([{ mine: { title: 'Mine' }, open: 0 }]);
      expect(await mine.attention()).toMatchObject([
        { open: 0, resolution: { how } },
        { open: 0, resolution: { how } },
      ]);
    },
  );

  it('does not settle what hangs on it without being part of the version: a decision about it stays open', async () => {
    server.authority = ({ name }) => (name === 'placeOrder' ? { type: 'quote-empty' } : null);
    await retitle(mine, 'Mine');
    const db = await mine.db();
    const [edit] = await db.outbox.toArray();
    if (!edit) throw new Error('nothing in the outbox');
    await meetTheirs();
    // As an order placed on that version stands in the queue.
    const order = { name: 'placeOrder', args: anOrder, businessId: anOrder.businessId, saw: {} };
    await db.outbox.add({ ...edit, ...order, seq: edit.seq + 1, editId: 'order-edit' });
    await db.meta.put({ key: 'lastSeq', value: edit.seq + 1 });
    await mine.sync();
    const [refused] = await mine.attention();
    expect(await mine.attention()).toMatchObject([
      { name: 'editQuote', open: 1 },
      { name: 'placeOrder', open: 1, parkedWith: refused?.id },
    ]);
    await settleParted(db, mine.now, 'quote', 'q1', 'took-mine');
    expect(await mine.attention()).toMatchObject([
      { name: 'editQuote', open: 0, resolution: { how: 'took-mine' } },
      { name: 'placeOrder', open: 1, parkedWith: null, resolution: null },
    ]);
  });

  it('before the refusals have come settles them too when they come', async () => {
    await retitle(mine, 'Mine');
    await meetTheirs();
    await settleParted(await mine.db(), mine.now, 'quote', 'q1', 'kept-theirs');
    await mine.sync();
    expect(await mine.attention()).toMatchObject([{ open: 0, resolution: { how: 'kept-theirs' } }]);
  });

  it('a later meeting of the same quote keeps the version of then', async () => {
    await retitle(mine, 'Mine');
    await meetTheirs();
    await mine.sync();
    await settleParted(await mine.db(), mine.now, 'quote', 'q1', 'kept-theirs');
    await retitle(mine, 'Mine again');
    await retitle(colleague, 'Theirs again');
    await colleague.sync();
    await mine.sync();
    expect(await parted()).toMatchObject([
      { base: { title: 'Theirs' }, mine: { title: 'Mine again' }, open: 1 },
    ]);
  });

  it('is no longer asked for when the edits behind it were given up as attention items', async () => {
    await retitle(mine, 'Mine');
    await meetTheirs();
    await mine.sync();
    await discard(await mine.db(), mine.now, (await mine.attention())[0]?.id ?? '');
    expect(await parted()).toMatchObject([{ open: 0 }]);
  });
});

describe('refusals that have nothing to do with each other (SY-4)', () => {
  it('are items of their own, however long the older one has been open', async () => {
    server.authority = ({ name }) =>
      name === 'changeQuoteState' ? { type: 'not-allowed', role: 'rep' } : null;
    await mine.mutate('changeQuoteState', { id: 'q1', to: 'presented' });
    await mine.sync();
    server.authority = () => null;
    await retitle(mine, 'Mine');
    await meetTheirs();
    await mine.sync();
    expect(await mine.attention()).toMatchObject([
      { name: 'changeQuoteState', parkedWith: null },
      { name: 'editQuote', parkedWith: null, rejection: { type: 'edited-elsewhere' } },
    ]);
  });
});

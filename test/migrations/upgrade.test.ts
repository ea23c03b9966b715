import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ClientDatabase } from '../../renderer/db/database';
import type { AttentionRow, ChunkRow, OutboxRow } from '../../renderer/db/rows';
import { Device } from '../../renderer/sync/device.test-kit';
import type { Fetch } from '../../renderer/sync/server-api';
import { buildDemoVendor } from '../../server/seed/build-demo-vendor';
import { makeDemoFolder, startDemoServer, type DemoFolder } from './demo-server';
import { readFrozen } from './frozen-database';
import { clockOf, replayHistory, upgradedDevice as openUpgraded } from './upgraded-device';

const frozen = readFrozen('v1/pending-work.json');
const rowsOf = (table: string): readonly unknown[] => frozen.tables[table]?.rows ?? [];
const outboxThen = rowsOf('outbox') as readonly OutboxRow[];
const attentionThen = rowsOf('attention') as readonly AttentionRow[];

const closing: (() => Promise<void>)[] = [];
let folder: DemoFolder;
beforeAll(async () => {
  folder = await makeDemoFolder(buildDemoVendor(frozen.madeOn), clockOf(frozen));
}, 180_000);
afterAll(() => folder.remove());
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A device that was last opened by the version that wrote the frozen database. */
async function upgradedDevice(send?: Fetch): Promise<Device> {
  const device = await openUpgraded(frozen, send);
  closing.push(() => Promise.resolve(device.restart()));
  return device;
}

/** Today's server with the demo vendor as it was on that day. */
async function startServer(): Promise<Fetch> {
  const server = await startDemoServer(folder);
  closing.push(() => server.close());
  return (await server.signIn(frozen.session.email)).send;
}

const byKey = async (db: ClientDatabase, table: string): Promise<readonly unknown[]> =>
  db.table(table).toArray();

describe('a database of version 0.2 opened by this version (SY-10)', () => {
  it('keeps every piece of waiting work, and gives each the name it will have for ever (SY-15)', async () => {
    const db = await (await upgradedDevice()).db();
    const after = await db.outbox.orderBy('seq').toArray();
    expect(outboxThen.length).toBeGreaterThan(9);
    expect(outboxThen.map(({ state }) => state)).toContain('sent');
    expect(after).toEqual(outboxThen.map((row) => ({ ...row, editId: expect.any(String), saw: {} })));
    expect(new Set(after.map(({ editId }) => editId)).size).toBe(after.length);
  });

  it('gives the names once: opened again they are the same', async () => {
    const device = await upgradedDevice();
    const first = await (await device.db()).outbox.toArray();
    device.restart();
    expect(await (await device.db()).outbox.toArray()).toEqual(first);
  });

  it('keeps refused work with its reason', async () => {
    const db = await (await upgradedDevice()).db();
    expect(attentionThen.length).toBeGreaterThan(0);
    expect(await db.attention.toArray()).toEqual(
      attentionThen.map((row) => ({ ...row, editId: expect.any(String), saw: {} })),
    );
  });

  it.each(['records', 'aside', 'staged', 'snapshots'])('keeps what is in %s as it is', async (table) => {
    const db = await (await upgradedDevice()).db();
    expect(rowsOf(table).length).toBeGreaterThan(0);
    const unmarked = (await byKey(db, table)).map((row) => {
      const { value } = row as { readonly value?: { lastEdit?: string } | null };
      if (!value?.lastEdit) return row;
      const { lastEdit: _, ...before } = value;
      return { ...(row as object), value: before };
    });
    expect(unmarked).toEqual(rowsOf(table));
  });

  it('SY-13 the next edit of a quote on which work waits is known to be built on that work', async () => {
    const device = await upgradedDevice();
    const db = await device.db();
    const waiting = await db.outbox.orderBy('seq').toArray();
    const last = waiting.findLast(({ name }) => name === 'editQuote' || name === 'addQuoteItems');
    if (!last) throw new Error('no edit of a quote waits');
    const { id } = last.args as { id: string };
    const made = await device.mutate('editQuote', { id, changes: { title: 'Edited after the upgrade' } });
    expect(made).toEqual({ ok: true, value: undefined });
    const ofQuote = waiting.filter(({ touches }) => touches.includes(`quote:${id}`));
    expect((await db.outbox.orderBy('seq').last())?.saw).toEqual({ [`quote:${id}`]: ofQuote.at(-1)?.editId });
  });

  it('keeps the bytes of price books and who this device is', async () => {
    const db = await (await upgradedDevice()).db();
    const chunks = await db.chunks.toArray();
    expect(chunks.map(({ hash }) => hash)).toEqual(
      (rowsOf('chunks') as readonly ChunkRow[]).map(({ hash }) => hash),
    );
    expect(chunks.every(({ bytes }) => bytes.length > 1_000)).toBe(true);
    expect(await db.meta.toArray()).toEqual(expect.arrayContaining([...rowsOf('meta')]));
  });
});

describe('then it meets a server of today', { timeout: 120_000 }, () => {
  const pendingIds = [
    'frozen-account-sent',
    'frozen-contact-sent',
    'frozen-account-waiting',
    'frozen-opportunity',
    'frozen-quote',
  ];
  const delivered = (seen: Map<string, unknown>): void => {
    for (const id of pendingIds)
      expect([...seen.keys()].filter((key) => key.endsWith(`:${id}`))).toHaveLength(1);
    expect(seen.get('opportunity:frozen-opportunity')).toMatchObject({
      amount: '25000.50',
      notes: 'typed on the train',
    });
    expect(seen.get('quote:frozen-quote')).toMatchObject({ items: [{}, { quantity: '12' }, {}] });
    expect(seen.get('quote:rheinkontor-quote-01')).toMatchObject({ internalNotes: 'edited in 0.2' });
    const orders = [...seen.values()].filter(
      (record) => Object(record).purchaseOrderNumber === 'PO-FROZEN-1',
    );
    expect(orders).toMatchObject([{ id: 'frozen-order', state: 'received' }]);
  };

  /** What a device that was never here before gets: all that arrived. */
  const onFreshDevice = async (send: Fetch): Promise<Map<string, unknown>> => {
    const fresh = new Device(frozen.session, send);
    closing.push(() => Promise.resolve(fresh.restart()));
    expect(await fresh.sync()).toEqual({ ok: true, value: undefined });
    return fresh.visible();
  };

  it('that remembers this device: what it took before is not done again, the rest arrives once', async () => {
    const send = await startServer();
    await replayHistory(frozen, send);
    const device = await upgradedDevice(send);
    expect(await device.sync()).toEqual({ ok: true, value: undefined });

    const seen = await onFreshDevice(send);
    delivered(seen);
    expect(await device.visible()).toEqual(seen);
    expect(await (await device.db()).outbox.count()).toBe(0);
    expect((await device.attention()).map(({ rejection }) => rejection.type)).toEqual(['wrong-state']);
  });

  it('that was set up anew: all that waits and all that was on its way arrives once', async () => {
    const send = await startServer();
    const device = await upgradedDevice(send);
    expect(await device.sync()).toEqual({ ok: true, value: undefined });
    expect(await device.sync()).toEqual({ ok: true, value: undefined });

    const seen = await onFreshDevice(send);
    delivered(seen);
    expect(await device.visible()).toEqual(seen);
    expect(await (await device.db()).outbox.count()).toBe(0);
    expect(await device.attention()).toHaveLength(1);
  });
});

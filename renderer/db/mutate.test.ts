import { beforeEach, describe, expect, it } from 'vitest';
import { aLine, anAccount, aQuote, aSession } from '../sync/builders.test-kit';
import { Device } from '../sync/device.test-kit';
import { ReferenceServer } from '../sync/reference-server.test-kit';
import type { ClientDatabase } from './database';

let device: Device;
let db: ClientDatabase;

beforeEach(async () => {
  const server = new ReferenceServer(aSession());
  device = new Device(aSession(), (path, init) => Promise.resolve(server.handle(path, init)));
  db = await device.db();
});

describe('a mutation on the device', () => {
  it('SY-2 stores the optimistic result and the outbox entry together', async () => {
    expect(await device.mutate('createAccount', anAccount('a1'))).toEqual({ ok: true, value: undefined });

    const row = await db.records.get(['account', 'a1']);
    expect(row).toMatchObject({ shadow: null, serverVersion: 0, pending: [1] });
    expect(row?.value).toMatchObject({ name: 'Account a1', partnerId: 'partner-1', ownerId: 'rep-1' });
    const clientId = (await db.meta.get('clientId'))?.value;
    expect(await db.outbox.toArray()).toEqual([
      {
        seq: 1,
        clientId,
        name: 'createAccount',
        args: anAccount('a1'),
        schemaVersion: 1,
        businessId: null,
        editId: expect.any(String),
        saw: {},
        capturedAt: '2026-11-21T10:00:00.000Z',
        state: 'waiting',
        touches: ['account:a1'],
      },
    ]);
  });

  it('SY-4 more than one request to the server can hold is refused here, and never stands in the way of the queue', async () => {
    const items = Array.from({ length: 900 }, (_, index) => ({
      ...aLine(`l${String(index)}`),
      description: 'ż'.repeat(5_000),
    }));
    expect(await device.mutate('createQuote', aQuote('q1', { items }))).toMatchObject({
      ok: false,
      error: { type: 'too-large', limit: 8 * 1024 * 1024 },
    });
    expect(await db.outbox.count()).toBe(0);
  });

  it('SY-1 is refused here at once when its rules refuse it, and leaves nothing behind', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    const again = await device.mutate('createAccount', anAccount('a1', { name: 'Other' }));

    expect(again).toEqual({ ok: false, error: { type: 'already-exists', recordType: 'account', id: 'a1' } });
    expect(await db.outbox.count()).toBe(1);
    expect((await db.records.get(['account', 'a1']))?.value).toMatchObject({ name: 'Account a1' });
  });

  it('SY-2 on a full disk says so and stores neither half', async () => {
    db.outbox.hook('creating', () => {
      throw new DOMException('no space left', 'QuotaExceededError');
    });
    const result = await device.mutate('createAccount', anAccount('a1'));

    expect(result).toEqual({ ok: false, error: { type: 'disk-full' } });
    expect(await db.records.count()).toBe(0);
    expect(await db.outbox.count()).toBe(0);
    expect((await db.meta.get('lastSeq'))?.value).toBe(0);
  });

  it('SY-3 numbers mutations asked for at once in the order they were asked for, without gaps', async () => {
    await device.mutate('createQuote', aQuote('q1'));
    const lines = Array.from({ length: 20 }, (_, index) => `l${String(index)}`);
    await Promise.all(
      lines.map((id) =>
        device.mutate('addQuoteItems', { id: 'q1', insertions: [{ before: null, item: aLine(id) }] }),
      ),
    );

    const quote = (await db.records.get(['quote', 'q1']))?.value;
    expect(quote && 'items' in quote && quote.items.map(({ id }) => id)).toEqual(lines);
    expect(await db.outbox.orderBy('seq').primaryKeys()).toEqual(
      lines.map((_, index) => index + 1).concat(21),
    );
  });

  it('SY-5 keeps what the server last said as the shadow, however many mutations follow', async () => {
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
    await device.mutate('editAccount', { id: 'a1', changes: { city: 'Kraków' } });
    await device.mutate('editAccount', { id: 'a1', changes: { street: 'Długa 1' } });

    const row = await db.records.get(['account', 'a1']);
    expect(row).toMatchObject({ serverVersion: 7, pending: [1, 2], shadow: { city: '', street: '' } });
    expect(row?.value).toMatchObject({ city: 'Kraków', street: 'Długa 1' });
  });
});

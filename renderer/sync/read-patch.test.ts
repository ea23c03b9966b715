import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordOf } from '#shared/domain/records';
import { anAccount, aSession } from './builders.test-kit';
import { Device } from './device.test-kit';
import { ReferenceServer } from './reference-server.test-kit';

const done = { ok: true, value: undefined };
let server: ReferenceServer;
let device: Device;

beforeEach(() => {
  server = new ReferenceServer(aSession());
  device = new Device(aSession(), (path, init) => Promise.resolve(server.handle(path, init)));
});

const at = '2026-01-01T00:00:00.000Z';
const account = (id: string, more: object = {}) =>
  ({
    ...anAccount(id),
    partnerId: 'partner-1',
    ownerId: 'rep-2',
    createdAt: at,
    updatedAt: at,
    ...more,
  }) as RecordOf<'account'>;
/** As a server of a later version has it. */
const putNews = (type: string, id: string, record: object | null): void =>
  server.put({ type: type as 'account', id }, record as RecordOf<'account'> | null);
const aside = async () => (await device.db()).aside.toArray();

describe('what a later version of the server sends (SY-10)', () => {
  it('a record type this app does not know is kept as it came and stops nothing', async () => {
    putNews('holo-demo', 'h1', { beams: 3 });
    server.put({ type: 'account', id: 'a1' }, account('a1'));
    expect(await device.sync()).toEqual(done);
    expect([...(await device.visible()).keys()]).toEqual(['account:a1']);
    expect(await aside()).toMatchObject([{ type: 'holo-demo', id: 'h1', record: { beams: 3 } }]);

    putNews('holo-demo', 'h1', null);
    await device.sync();
    expect(await aside()).toEqual([]);
  });

  it('fields it does not know are kept beside what it reads, until the record comes again without them', async () => {
    server.put({ type: 'account', id: 'a1' }, account('a1', { mood: 'sunny' }));
    await device.sync();
    expect((await device.visible()).get('account:a1')).toEqual(account('a1'));
    expect(await aside()).toMatchObject([{ id: 'a1', record: { mood: 'sunny' } }]);

    server.put({ type: 'account', id: 'a1' }, account('a1', { city: 'Sopot' }));
    await device.sync();
    expect(await aside()).toEqual([]);
  });

  it('a record it can no longer read stays as it was last read, with the work pending on it, also over a reset', async () => {
    server.put({ type: 'account', id: 'a1' }, account('a1'));
    await device.sync();
    await device.mutate('editAccount', { id: 'a1', changes: { city: 'Sopot' } });
    putNews('account', 'a1', { ...account('a1'), segment: 'lunar' });
    server.oldestCookie = 9;
    device.network = (send) => (path, init) =>
      path.endsWith('/push') ? Promise.reject(new TypeError('no network')) : send(path, init);
    await device.sync();
    expect((await device.visible()).get('account:a1')).toMatchObject({
      city: 'Sopot',
      segment: 'mid-market',
    });
    expect(await aside()).toMatchObject([{ id: 'a1', record: { segment: 'lunar' } }]);
    expect(await (await device.db()).outbox.count()).toBe(1);
  });

  it('is taken up by the version of the app that can read it, without being sent again', async () => {
    await device.sync();
    await (await device.db()).aside.put({ type: 'account', id: 'a1', version: 7, record: account('a1') });
    await device.sync();
    expect((await device.visible()).size).toBe(0);

    device.appVersion = '1.1.0';
    await device.sync();
    expect((await device.visible()).get('account:a1')).toEqual(account('a1'));
    expect(await aside()).toEqual([]);
  });

  it('never goes back behind a newer state of the record', async () => {
    server.put({ type: 'account', id: 'a1' }, account('a1', { city: 'New' }));
    await device.sync();
    await (await device.db()).aside.put({ type: 'account', id: 'a1', version: 0, record: account('a1') });
    device.appVersion = '1.1.0';
    await device.sync();
    expect((await device.visible()).get('account:a1')).toMatchObject({ city: 'New' });
  });

  it('a refusal for a reason it does not know reaches the person, with the reason as it came', async () => {
    server.authority = () => ({ type: 'moon-phase', phase: 'full' }) as never;
    await device.mutate('createAccount', anAccount('a1'));
    expect(await device.sync()).toEqual(done);
    expect(await device.attention()).toMatchObject([
      { rejection: { type: 'unknown', original: { type: 'moon-phase', phase: 'full' } }, open: 1 },
    ]);
    expect(await (await device.db()).outbox.count()).toBe(0);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anAccount, aSession } from '../sync/builders.test-kit';
import { Device } from '../sync/device.test-kit';
import { ReferenceServer } from '../sync/reference-server.test-kit';
import type { ClientDatabase } from '../db/database';
import { RecordCollection } from './record-collection';

let device: Device;
let db: ClientDatabase;
let accounts: RecordCollection<'account'>;

beforeEach(async () => {
  const server = new ReferenceServer(aSession());
  device = new Device(aSession(), (path, init) => Promise.resolve(server.handle(path, init)));
  db = await device.db();
  accounts = new RecordCollection(db, 'account');
});
afterEach(() => accounts.close());

const names = () =>
  accounts
    .snapshot()
    ?.map(({ name }) => name)
    .toSorted();

describe('records in memory', () => {
  it('are loading until they were read, then live', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    expect(accounts.snapshot()).toBeUndefined();
    accounts.subscribe(() => undefined);
    await vi.waitFor(() => expect(names()).toEqual(['Account a1']));
    await device.mutate('createAccount', anAccount('a2'));
    await vi.waitFor(() => expect(names()).toEqual(['Account a1', 'Account a2']));
  });

  it('what was not changed stays the same object', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createAccount', anAccount('a2'));
    accounts.subscribe(() => undefined);
    await vi.waitFor(() => expect(names()).toHaveLength(2));
    const before = accounts.snapshot()?.find(({ id }) => id === 'a1');
    await device.mutate('editAccount', { id: 'a2', changes: { name: 'Renamed' } });
    await vi.waitFor(() => expect(names()).toEqual(['Account a1', 'Renamed']));
    expect(accounts.snapshot()?.find(({ id }) => id === 'a1')).toBe(before);
  });

  it('more than one batch is read in whole, and what is deleted leaves', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => ({
      type: 'account' as const,
      id: `a${String(index)}`,
      value: {
        ...anAccount(`a${String(index)}`),
        partnerId: 'p',
        ownerId: 'o',
        createdAt: '',
        updatedAt: '',
      },
      serverVersion: 1,
      pending: [],
    }));
    await db.records.bulkPut(rows);
    accounts.subscribe(() => undefined);
    await vi.waitFor(() => expect(accounts.snapshot()).toHaveLength(2_500));
    await db.records.delete(['account', 'a7']);
    await vi.waitFor(() => expect(accounts.snapshot()).toHaveLength(2_499));
    await db.records.where('type').equals('account').delete();
    await vi.waitFor(() => expect(accounts.snapshot()).toEqual([]));
  });

  it('a change of another type tells nobody', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    const told = vi.fn<() => void>();
    accounts.subscribe(told);
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
    await device.mutate('createContact', {
      id: 'c1',
      accountId: 'a1',
      name: 'Ewa',
      jobTitle: '',
      email: '',
      phone: '',
    });
    await device.mutate('createAccount', anAccount('a2'));
    await vi.waitFor(() => expect(names()).toHaveLength(2));
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('only those wanted are kept: one that no longer fits leaves', async () => {
    const german = new RecordCollection(db, 'account', ({ country }) => country === 'DE');
    await device.mutate('createAccount', anAccount('a1'));
    german.subscribe(() => undefined);
    await vi.waitFor(() => expect(german.snapshot()).toHaveLength(1));
    await device.mutate('editAccount', { id: 'a1', changes: { country: 'PL' } });
    await vi.waitFor(() => expect(german.snapshot()).toEqual([]));
    german.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistrationIndex } from '#shared/domain/deal/registration-index';
import { lookUp } from '#shared/domain/deal/registration-index/look-up';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { priceBookSource } from '../snapshots/price-book-source';
import { buildIndexes } from './build-index';
import { addCustomer, atDesk, register } from './registrations.test-kit';

describe.each(databaseKinds)('OPP-5 the index of registrations on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let stranger: TestDevice;
  let channel: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    rep = await server.signIn('rep-1');
    stranger = await server.signIn('rep-2');
    channel = await server.signIn('channel-1');
  });
  afterAll(() => server.close());

  const now = new Date(`${testDay}T10:00:00.000Z`);
  const build = (at = now) =>
    buildIndexes({ database: server.database, books: priceBookSource(server.chunks), clock: () => at }, at);
  const indexOf = async (device: TestDevice): Promise<RegistrationIndex> => {
    const pulled = await device.pull({ cookie: null });
    const all = pulled.kind === 'patch' ? pulled.changes : [];
    return all.find(({ type }) => type === 'registrationIndex')?.record as RegistrationIndex;
  };

  it('holds the live registrations of others, is built anew only when they change, and is each partner’s own', async () => {
    const account = await addCustomer(stranger, { name: 'Grusza Polna Sp. z o.o.', website: 'grusza.pl' });
    const id = await register(stranger, account);
    await build();
    const mine = await indexOf(rep);
    expect(await lookUp(mine, { name: 'GRUSZA POLNA', country: 'PL' })).toEqual(['name']);
    expect(await lookUp(mine, { name: 'X', country: 'PL', website: 'info@grusza.pl' })).toEqual(['domain']);
    expect(await lookUp(mine, { name: 'Jabłoń Dzika', country: 'PL' })).toEqual([]);
    // Its own deal is no news to a partner.
    expect(await lookUp(await indexOf(stranger), { name: 'Grusza Polna', country: 'PL' })).toEqual([]);

    await build(new Date(`${testDay}T11:00:00.000Z`));
    expect((await indexOf(rep)).builtAt).toBe(mine.builtAt);

    await atDesk(channel, id, 'decision', {
      decision: 'grant',
      comment: '',
      validUntil: '2026-03-20',
      percent: '0',
    });
    await build();
    expect(await lookUp(await indexOf(rep), { name: 'Grusza Polna', country: 'PL' })).toEqual(['name']);
    // It ran out.
    await build(new Date('2026-03-20T10:00:00.000Z'));
    const later = await indexOf(rep);
    expect(await lookUp(later, { name: 'Grusza Polna', country: 'PL' })).toEqual([]);
    expect(later).toMatchObject({ id: mine.id, key: mine.key });
  });

  it('looks at nothing more when nobody wrote of a customer or a registration, and at all of it the next day', async () => {
    const states = () => server.database.selectFrom('registration_index_state').selectAll().execute();
    await build();
    await server.database.deleteFrom('registration_index_state').execute();
    await build(new Date(`${testDay}T12:00:00.000Z`));
    expect(await states()).toEqual([]);
    await build(new Date('2026-03-11T10:00:00.000Z'));
    expect(await states()).not.toEqual([]);
  });

  it('a large index is not sent again for every change, but is in time', async () => {
    await build();
    await server.database
      .updateTable('registration_index_state')
      .set({ bytes: 1_000_000, built_at: now })
      .execute();
    await register(stranger, await addCustomer(stranger, { name: 'Olcha Czarna Sp.j.' }));
    const found = async () => lookUp(await indexOf(rep), { name: 'Olcha Czarna', country: 'PL' });
    await build(new Date(`${testDay}T15:59:00.000Z`));
    expect(await found()).toEqual([]);
    await build(new Date(`${testDay}T16:00:00.000Z`));
    expect(await found()).toEqual(['name']);
  });

  it('keys that an older server made in another way are made again', async () => {
    const account = await addCustomer(stranger, { name: 'Wiśnia Stara S.A.' });
    await register(stranger, account);
    await build();
    await server.database
      .updateTable('setting')
      .set({ value: '1' })
      .where('key', '=', 'customer-keys-version')
      .execute();
    await server.database.deleteFrom('customer_key').execute();
    await build();
    expect(await lookUp(await indexOf(rep), { name: 'Wisnia Stara', country: 'PL' })).toEqual(['name']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/lib/ids';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestServer } from '../../test-vendor.test-kit';

describe.each(databaseKinds)('ADM-2 partners at the vendor’s desk on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  it('shows each partner with what waits, and one with its people, agreements and books', async () => {
    const rep = await server.signIn('rep-1');
    const registration = {
      id: newId(),
      accountId: 'account-1',
      opportunityId: null,
      description: '',
      amount: '1.00',
      currency: 'EUR',
      closeOn: '2026-06-01',
      families: [],
    };
    await rep.push(rep.next('submitRegistration', registration));
    const channel = await server.signIn('channel-1');
    expect((await channel.ask('GET', '/api/v1/vendor/partners')).body).toMatchObject({
      partners: [
        { id: 'partner-2', name: 'Odra Systems', registrations: 0, people: 1 },
        { id: 'partner-1', name: 'Vistula IT', registrations: 1, people: 2, lastOrderAt: null },
      ],
    });
    expect((await channel.ask('GET', '/api/v1/vendor/partners/partner-1')).body).toMatchObject({
      partner: { name: 'Vistula IT', tier: 'gold', certifications: [] },
      counts: { registrations: [{ state: 'submitted', count: 1 }], contracts: 0 },
      agreements: [{ name: 'Frame agreement 2026' }],
      priceBooks: [{ bookId: 'book-1', version: 1 }],
    });
    expect(await channel.ask('GET', '/api/v1/vendor/partners/nobody')).toMatchObject({ status: 404 });
  });
});

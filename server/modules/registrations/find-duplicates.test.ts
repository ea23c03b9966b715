import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '#shared/domain/deal/account';
import { anAccount } from '#shared/domain/quote/quote.test-kit';
import { newId } from '#shared/lib/ids';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestServer } from '../../test-vendor.test-kit';
import { writeRecords } from '../sync/repository';
import { findDuplicates } from './find-duplicates';
import { aRequest, registerMany } from './many-registrations.test-kit';

describe.each(databaseKinds)('OPP-4 duplicates among many on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  const customer = (name: string, changes: Partial<Account> = {}): Account =>
    anAccount({
      id: newId(),
      partnerId: 'partner-2',
      ownerId: 'rep-2',
      name,
      taxId: '',
      city: '',
      ...changes,
    });
  const found = async (account: Account): Promise<readonly string[]> =>
    (await findDuplicates(server.database, { id: newId(), families: [] }, account, testDay))
      .filter(({ same }) => same)
      .map((duplicate) => duplicate.account.name);

  it('finds a misspelled name that shares fewer keys than a thousand others do', async () => {
    const others = Array.from({ length: 1_000 }, (_, at) => customer(`Sigma Delta Qwert${at * 7_919}`));
    await registerMany(server.database, [...others, customer('Sigmadelta Kowalewksa')]);
    expect(await found(customer('Sigma Delta Kowalewska', { partnerId: 'partner-1' }))).toEqual([
      'Sigmadelta Kowalewksa',
    ]);
  });

  it('finds the one that waits behind hundreds of requests of the past for the same customer', async () => {
    const [old, live] = [customer('Wierzba Nadrzeczna'), customer('Wierzba Nadrzeczna S.A.')];
    await registerMany(server.database, [old, live]);
    const past = Array.from({ length: 300 }, () => aRequest(old, { state: 'withdrawn' }));
    await writeRecords(
      server.database,
      past.map((request) => ({
        type: 'registrationRequest' as const,
        id: request.id,
        partner_id: request.partnerId,
        version: 1,
        deleted: false,
        deleted_at: null,
        body: JSON.stringify(request),
      })),
    );
    const duplicates = await findDuplicates(
      server.database,
      { id: newId(), families: [] },
      customer('Wierzba Nadrzeczna', { partnerId: 'partner-1' }),
      testDay,
    );
    const waiting = duplicates.filter(({ request }) => request.state === 'submitted');
    expect(waiting.map(({ account }) => account.name).toSorted()).toEqual([
      'Wierzba Nadrzeczna',
      'Wierzba Nadrzeczna S.A.',
    ]);
    // As many as a person looks through.
    expect(duplicates).toHaveLength(200);
  });
});

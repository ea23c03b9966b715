import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DelegatedAuthority } from '#shared/domain/approval/delegated-authority';
import { verifyAuthority } from '#shared/domain/approval/verify-authority';
import type { Partner } from '#shared/domain/partner/partner';
import { recordSchemas } from '#shared/domain/records';
import type { Database } from './db/database';
import { databaseKinds, openTestDatabase } from './db/test-databases.test-kit';
import { folderChunkStore, type ChunkStore } from './modules/snapshots/chunk-store';
import { mayReadChunk, newestManifests } from './modules/snapshots/repository';
import { sessionRepository } from './modules/session/repository';
import { startTestServer } from './test-vendor.test-kit';
import { passwordIdentity } from './modules/session/identity';
import { demoAccess, seedDemo } from './seed-database';

/** PR-22: no byte of what a reseller can fetch, headers and chunks of every version, says what the distributor behind it pays. */
async function expectNoDistributorPrices(database: Database, chunks: ChunkStore): Promise<void> {
  const bytesOf = async (partnerId: string, bookId: string) => {
    const manifests = await newestManifests(database, { partnerId, role: 'rep' });
    const book = manifests.find(({ id }) => id === bookId);
    const parts = await Promise.all((book?.chunks ?? []).map(({ hash }) => chunks.get(hash)));
    return { manifests, book, text: JSON.stringify(book) + parts.map(String).join('') };
  };
  const distributor = await bytesOf('jadebridge', 'usd-distribution');
  const reseller = await bytesOf('steppe', 'usd-reseller');
  expect(reseller.manifests.some(({ id }) => id === 'usd-distribution')).toBe(false);
  expect(distributor.text).toContain('"cost":');
  expect(reseller.text).toContain('"partnerPrice":');
  expect(reseller.text).not.toMatch(/"cost"|distribut/i);
  for (const { hash } of distributor.book?.chunks ?? []) {
    const reader = { partnerId: 'steppe', role: 'rep' } as const;
    for (const id of ['usd-distribution', 'usd-reseller']) {
      expect(await mayReadChunk(database, reader, { kind: 'price-book', id, hash })).toBe(false);
    }
  }
}

describe.each(databaseKinds)('the demo vendor on %s', (kind) => {
  it('names nobody to try where it was not loaded, real people least of all', async () => {
    const server = await startTestServer(kind);
    expect((await demoAccess(server.database)).accounts).toEqual([]);
    await server.close();
  });

  it('is loaded whole and once, however many servers start with it', async () => {
    const { database, ...opened } = await openTestDatabase(kind);
    const folder = await mkdtemp(join(tmpdir(), 'fieldquote-seed-'));
    const chunks = folderChunkStore(folder);
    const seed = () => seedDemo(database, chunks, () => new Date('2026-11-21T08:00:00.000Z'));
    await Promise.all([seed(), seed()]);
    const records = await database.selectFrom('record').select(['type', 'body', 'partner_id']).execute();
    await seed();
    const after = await database.selectFrom('record').select('id').execute();
    expect(after).toHaveLength(records.length);

    for (const { type, body, partner_id: owner } of records) {
      expect(recordSchemas[type].parse(body)).toMatchObject({ partnerId: owner });
    }
    const tenants = await database.selectFrom('tenant').select('partner_id').execute();
    expect(tenants.length).toBeGreaterThanOrEqual(5);
    for (const { partner_id: partnerId } of tenants.filter(({ partner_id: id }) => id !== 'vendor')) {
      const manifests = await newestManifests(database, { partnerId, role: 'rep' });
      expect(manifests.map((manifest) => manifest.kind)).toContain('price-book');
    }
    await expectNoDistributorPrices(database, chunks);
    for (const { body } of records.filter(({ type }) => type === 'authority')) {
      const authority = body as DelegatedAuthority;
      const partner = records.find(({ type, body: one }) => {
        return type === 'partner' && (one as Partner).id === authority.partnerId;
      })?.body as Partner;
      expect(verifyAuthority(authority, partner.signingKeys ?? [])).toBe(true);
    }
    const { password, accounts } = await demoAccess(database);
    expect(accounts.map(({ name, role, partnerName }) => `${name}, ${role}, ${partnerName}`)).toEqual([
      'Anna Wiśniewska, rep, Brightpath sp. z o.o.',
      'Maria Zawadzka, manager, Brightpath sp. z o.o.',
      'Lena Hoffmann, rep, Rheinkontor Systemhaus GmbH',
      'Karin Schäfer, manager, Rheinkontor Systemhaus GmbH',
      'Алия Нурпеисова, rep, ТОО «Степь Интегро»',
      'Виктория Лебедева, manager, ТОО «Степь Интегро»',
      '李若溪, rep, 玉桥信息技术（上海）有限公司',
      '王启明, manager, 玉桥信息技术（上海）有限公司',
      'Nora Lindqvist, channel, Halden Systems',
      'Owen Gallagher, admin, Halden Systems',
    ]);
    const identity = passwordIdentity(sessionRepository(database));
    for (const { email } of accounts) expect(await identity.authenticate({ email, password })).toBeDefined();
    await opened.close();
    await rm(folder, { recursive: true });
    // The whole demo, twice over: on a busy machine longer than a test usually may.
  }, 120_000);
});

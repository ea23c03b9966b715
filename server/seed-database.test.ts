import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordSchemas } from '#shared/domain/records';
import { databaseKinds, openTestDatabase } from './db/test-databases.test-kit';
import { folderChunkStore } from './modules/snapshots/chunk-store';
import { newestManifests } from './modules/snapshots/repository';
import { sessionRepository } from './modules/session/repository';
import { startTestServer } from './test-vendor.test-kit';
import { passwordIdentity } from './modules/session/identity';
import { demoAccess, seedDemo } from './seed-database';

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
    const { password, accounts } = await demoAccess(database);
    expect(accounts.map(({ name, partnerName }) => `${name}, ${partnerName}`)).toEqual([
      'Anna Wiśniewska, Brightpath sp. z o.o.',
      'Lena Hoffmann, Rheinkontor Systemhaus GmbH',
      'Алия Нурпеисова, ТОО «Степь Интегро»',
      '李若溪, 玉桥信息技术（上海）有限公司',
      'Nora Lindqvist, Halden Systems',
    ]);
    const identity = passwordIdentity(sessionRepository(database));
    for (const { email } of accounts) expect(await identity.authenticate({ email, password })).toBeDefined();
    await opened.close();
    await rm(folder, { recursive: true });
  });
});

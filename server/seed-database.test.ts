import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordSchemas } from '#shared/domain/records';
import { databaseKinds, openTestDatabase } from './db/test-databases.test-kit';
import { folderChunkStore } from './modules/snapshots/chunk-store';
import { newestManifests } from './modules/snapshots/repository';
import { seedDemo } from './seed-database';

describe.each(databaseKinds)('the demo vendor on %s', (kind) => {
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
    await opened.close();
    await rm(folder, { recursive: true });
  });
});

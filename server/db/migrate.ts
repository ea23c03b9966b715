import { Migrator, type Kysely, type Migration } from 'kysely';
import { initial } from './migrations/0001-initial';
import { approvals } from './migrations/0002-approvals';
import { durability } from './migrations/0003-durability';
import { registrations } from './migrations/0005-registrations';
import { events } from './migrations/0006-events';
import { leads } from './migrations/0007-leads';
import { customerKeys } from './migrations/0008-customer-keys';
import { attachments } from './migrations/0009-attachments';
import { contracts } from './migrations/0010-contracts';
import { webhooks } from './migrations/0011-webhooks';
import { waiting } from './migrations/0012-waiting';
import { manyRegistrations } from './migrations/0013-many-registrations';
import type { Schema } from './schema';

/** Every migration under its number; a released one never changes. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-approvals': approvals,
  '0003-durability': durability,
  '0005-registrations': registrations,
  '0006-events': events,
  '0007-leads': leads,
  '0008-customer-keys': customerKeys,
  '0009-attachments': attachments,
  '0010-contracts': contracts,
  '0011-webhooks': webhooks,
  '0012-waiting': waiting,
  '0013-many-registrations': manyRegistrations,
};

/** Brings the database to the newest version. Several servers may start at once: the migrator takes a lock. */
export async function migrateToLatest(kysely: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be migrated', { cause: error });
}

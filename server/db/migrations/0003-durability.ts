import { sql, type Kysely, type Migration } from 'kysely';

/** Edits that were done, for ever (SY-15); since when a tombstone is one (SY-6); what devices say of themselves. */
export const durability: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('done_edit')
      .addColumn('edit_id', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('partner_id', 'text', (column) => column.notNull())
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('received_at', 'timestamptz', (column) => column.notNull())
      .execute();

    await db.schema.alterTable('record').addColumn('deleted_at', 'timestamptz').execute();
    await sql`update record set deleted_at = now() where deleted`.execute(db);
    await sql`create index record_tombstones on record (partner_id, deleted_at) where deleted`.execute(db);

    await db.schema
      .alterTable('client')
      .addColumn('last_edit_id', 'text')
      .addColumn('edit_ids_from', 'bigint')
      .addColumn('name', 'text')
      .addColumn('said_name', 'text')
      .addColumn('host', 'text')
      .addColumn('app_version', 'text')
      .addColumn('first_seen_at', 'timestamptz')
      .addColumn('last_seen_at', 'timestamptz')
      .execute();
    await sql`update client set first_seen_at = now(), last_seen_at = now()`.execute(db);
    await sql`alter table client alter column first_seen_at set not null, alter column last_seen_at set not null`.execute(
      db,
    );
    await sql`create index session_by_end on session (expires_at)`.execute(db);
  },
};

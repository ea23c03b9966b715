import { sql, type Kysely, type Migration } from 'kysely';

/** Accounts, records with their versions, clients with their last seq, business ids, snapshots. */
export const initial: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('server_identity')
      .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
      .addColumn('epoch', 'text', (column) => column.notNull())
      .execute();
    await sql`insert into server_identity (id, epoch) values (1, gen_random_uuid()::text)`.execute(db);
    await createPeople(db);
    await createSync(db);
    await createSnapshots(db);
    await db.schema
      .createTable('setting')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await sql`create sequence vendor_order_number start with 100001`.execute(db);
  },
};

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tenant')
    .addColumn('partner_id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('tombstones_from', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('user_account')
    .addColumn('user_id', 'text', (column) => column.primaryKey())
    .addColumn('partner_id', 'text', (column) => column.notNull().references('tenant.partner_id'))
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('session')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) =>
      column.notNull().references('user_account.user_id').onDelete('cascade'),
    )
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute();
}

async function createSync(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('record')
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('partner_id', 'text', (column) => column.notNull().references('tenant.partner_id'))
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('deleted', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('body', 'jsonb')
    .addPrimaryKeyConstraint('record_pk', ['type', 'id'])
    .execute();
  await db.schema
    .createIndex('record_by_version')
    .on('record')
    .columns(['partner_id', 'version', 'type', 'id'])
    .execute();
  await db.schema
    .createTable('client')
    .addColumn('client_id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('user_account.user_id'))
    .addColumn('partner_id', 'text', (column) => column.notNull())
    .addColumn('last_seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('client_by_user').on('client').column('user_id').execute();
  await db.schema
    .createTable('refusal')
    .addColumn('client_id', 'text', (column) => column.notNull().references('client.client_id'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('rejection', 'json', (column) => column.notNull())
    // json, not jsonb: it keeps what was sent as it was sent, texts included that jsonb cannot hold.
    .addColumn('mutation', 'json', (column) => column.notNull())
    .addColumn('missing', 'json', (column) => column.notNull())
    .addColumn('received_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('refusal_pk', ['client_id', 'seq'])
    .execute();
  await db.schema
    .createTable('business_id')
    .addColumn('business_id', 'uuid', (column) => column.primaryKey())
    .addColumn('args_hash', 'text', (column) => column.notNull())
    .addColumn('partner_id', 'text', (column) => column.notNull())
    .addColumn('mutation', 'text', (column) => column.notNull())
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('received_at', 'timestamptz', (column) => column.notNull())
    .execute();
}

async function createSnapshots(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('snapshot')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('catalog_id', 'text')
    .addColumn('manifest', 'jsonb', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('published_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('snapshot_pk', ['kind', 'id', 'version'])
    .execute();
  await db.schema
    .createTable('snapshot_chunk')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('snapshot_chunk_pk', ['kind', 'id', 'hash'])
    .execute();
  await db.schema
    .createTable('price_book_access')
    .addColumn('book_id', 'text', (column) => column.notNull())
    .addColumn('partner_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('price_book_access_pk', ['book_id', 'partner_id'])
    .execute();
}

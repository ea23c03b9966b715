import { sql, type Kysely, type Migration } from 'kysely';

/** The vendor's signing keys (PR-62), numbers of special bids, and which snapshots are for the vendor and distributors alone (PR-22). */
export const approvals: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('signing_key')
      .addColumn('key_id', 'text', (column) => column.primaryKey())
      .addColumn('private_key', 'text', (column) => column.notNull())
      .addColumn('public_key', 'text', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await sql`create sequence special_bid_number start with 1001`.execute(db);
    await db.schema
      .alterTable('snapshot')
      .addColumn('has_distribution', 'boolean', (column) => column.notNull().defaultTo(false))
      .execute();
  },
};

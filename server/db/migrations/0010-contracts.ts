import { sql, type Kysely, type Migration } from 'kysely';

/** Numbers of contracts and of the quotes that renew them, orders by the vendor's number, and webhooks that came in (ORD-1 to ORD-3). */
export const contracts: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`create sequence contract_number start with 100001`.execute(db);
    await sql`create sequence renewal_quote_number start with 1`.execute(db);
    await sql`create index order_by_vendor_number on record ((body ->> 'vendorOrderNumber')) where type = 'order'`.execute(
      db,
    );
    // A message that comes again is known by its id, whoever of several servers gets it.
    await db.schema
      .createTable('received_webhook')
      .addColumn('webhook_id', 'text', (column) => column.primaryKey())
      .addColumn('received_at', 'timestamptz', (column) => column.notNull())
      .execute();
  },
};

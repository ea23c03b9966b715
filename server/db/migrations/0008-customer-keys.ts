import { sql, type Kysely, type Migration } from 'kysely';

/** OPP-4, OPP-5: by what registered customers are found among all partners', and which two requests a conflict is between. */
export const customerKeys: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    // An end customer of whom a deal was registered, as far as its keys are up to date.
    await db.schema
      .createTable('registered_customer')
      .addColumn('account_id', 'text', (column) => column.primaryKey())
      .addColumn('partner_id', 'text', (column) => column.notNull())
      .addColumn('account_version', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('customer_key')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) =>
        column.notNull().references('registered_customer.account_id').onDelete('cascade'),
      )
      // OPP-5: the slow part of its hash; null: not made yet.
      .addColumn('stretched', 'text')
      .addPrimaryKeyConstraint('customer_key_key', ['kind', 'key', 'account_id'])
      .execute();
    await sql`create index customer_key_by_account on customer_key (account_id)`.execute(db);
    await sql`create index registration_by_account on record ((body ->> 'accountId')) where type = 'registrationRequest'`.execute(
      db,
    );
    await db.schema
      .createTable('registration_conflict')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('first_request_id', 'text', (column) => column.notNull())
      .addColumn('second_request_id', 'text', (column) => column.notNull())
      .addColumn('opened_at', 'timestamptz', (column) => column.notNull())
      .addColumn('decided_at', 'timestamptz')
      .execute();
    await sql`create index registration_conflict_first on registration_conflict (first_request_id)`.execute(
      db,
    );
    await sql`create index registration_conflict_second on registration_conflict (second_request_id)`.execute(
      db,
    );
    // OPP-5: what each partner's index was built from.
    await db.schema
      .createTable('registration_index_state')
      .addColumn('partner_id', 'text', (column) => column.primaryKey())
      .addColumn('digest', 'text', (column) => column.notNull())
      .execute();
  },
};

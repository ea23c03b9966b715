import { sql, type Kysely, type Migration } from 'kysely';

/** OPP-2: the vendor's own file on each lead, and everybody it went to. ADM-3: rule sets, one row for each version. */
export const leads: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`create sequence vendor_lead_number start with 1001`.execute(db);
    await db.schema
      .createTable('vendor_lead')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('number', 'text', (column) => column.notNull().unique())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('facts', 'json', (column) => column.notNull())
      // While it waits at the desk.
      .addColumn('waiting_reason', 'text')
      .addColumn('waiting_comment', 'text', (column) => column.notNull())
      // The offer that is open; null: nobody has it.
      .addColumn('offer_id', 'text')
      .addColumn('routing', 'json')
      // Of a row of an imported file: the same row is imported once.
      .addColumn('import_key', 'text', (column) => column.unique())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('lead_offer')
      // That of the partner's lead record.
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('lead_id', 'text', (column) => column.notNull().references('vendor_lead.id'))
      .addColumn('partner_id', 'text', (column) => column.notNull().references('tenant.partner_id'))
      .addColumn('offered_by', 'json', (column) => column.notNull())
      .addColumn('offered_at', 'timestamptz', (column) => column.notNull())
      .addColumn('accept_by', 'timestamptz', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('answered_at', 'timestamptz')
      .addColumn('answered_by', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'timestamptz')
      .execute();
    await sql`create index lead_offer_by_lead on lead_offer (lead_id, offered_at)`.execute(db);
    await sql`create index lead_offer_by_partner on lead_offer (partner_id, offered_at)`.execute(db);
    // What the job looks at every minute.
    await sql`create index lead_offer_open on lead_offer (accept_by) where ended_at is null`.execute(db);
    await sql`create index vendor_lead_waiting on vendor_lead (created_at) where state = 'waiting'`.execute(
      db,
    );
    await sql`create index vendor_lead_newest on vendor_lead (created_at desc)`.execute(db);
    await db.schema
      .createTable('rule_set')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('content', 'json', (column) => column.notNull())
      .addColumn('made_by', 'text', (column) => column.notNull())
      .addColumn('made_at', 'timestamptz', (column) => column.notNull())
      .addColumn('active_from', 'timestamptz', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('rule_set_key', ['kind', 'version'])
      .execute();
  },
};

import { sql, type Kysely, type Migration } from 'kysely';

/** OPP-6: bytes that go with messages and orders (docs/adr/0020), and how far the vendor's people have read. */
export const attachments: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('attachment')
      .addColumn('partner_id', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('uploaded_by', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('media_type', 'text', (column) => column.notNull())
      .addColumn('received_at', 'timestamptz', (column) => column.notNull())
      .addColumn('bytes', 'bytea', (column) => column.notNull())
      .addPrimaryKeyConstraint('attachment_key', ['partner_id', 'id'])
      .execute();
    // Mostly compressed already: no time spent on compressing them again.
    await sql`alter table attachment alter column bytes set storage external`.execute(db);
    await db.schema
      .createTable('vendor_read_mark')
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('about_type', 'text', (column) => column.notNull())
      .addColumn('about_id', 'text', (column) => column.notNull())
      .addColumn('up_to', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('vendor_read_mark_key', ['user_id', 'about_type', 'about_id'])
      .execute();
    // Conversations are read by what they are about, of all partners.
    await sql`create index message_by_subject on record ((body -> 'about' ->> 'type'), (body -> 'about' ->> 'id'))
      where type = 'message'`.execute(db);
  },
};

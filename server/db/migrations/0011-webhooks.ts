import { sql, type Kysely, type Migration } from 'kysely';

/** ADM-3: webhooks (docs/adr/0022). ADM-2: price lists that wait to be published. */
export const webhooks: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    // Whoever adds events holds this lock, shared, until they are committed: so a reader can wait until no number below the newest is missing.
    await sql`create function lock_events() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(hashtext('events')); return null; end $$`.execute(db);
    await sql`create trigger event_lock before insert on event for each statement execute function lock_events()`.execute(
      db,
    );
    await db.schema
      .createTable('webhook_endpoint')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('url', 'text', (column) => column.notNull())
      .addColumn('description', 'text', (column) => column.notNull())
      .addColumn('types', 'json', (column) => column.notNull())
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('previous_secret', 'text')
      .addColumn('previous_until', 'timestamptz')
      .addColumn('enabled', 'boolean', (column) => column.notNull())
      .addColumn('off_reason', 'text')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('claim', 'text')
      .addColumn('claimed_until', 'timestamptz')
      .execute();
    await db.schema
      .createTable('webhook_delivery')
      .addColumn('seq', 'bigserial', (column) => column.primaryKey())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('endpoint_id', 'text', (column) =>
        column.notNull().references('webhook_endpoint.id').onDelete('cascade'),
      )
      .addColumn('event_id', 'text', (column) => column.notNull().references('event.id'))
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('is_replay', 'boolean', (column) => column.notNull())
      .addColumn('next_at', 'timestamptz', (column) => column.notNull())
      .addColumn('last_at', 'timestamptz')
      .addColumn('last_status', 'integer')
      .addColumn('last_error', 'text')
      .addColumn('last_ms', 'integer')
      .execute();
    await sql`create index webhook_delivery_waiting on webhook_delivery (endpoint_id, seq) where state = 'waiting'`.execute(
      db,
    );
    await sql`create index webhook_delivery_by_endpoint on webhook_delivery (endpoint_id, seq)`.execute(db);
    await sql`insert into setting (key, value) select 'webhooks-told', coalesce(max(seq), 0)::text from event`.execute(
      db,
    );
    await db.schema
      .createTable('price_draft')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('book_id', 'text', (column) => column.notNull())
      .addColumn('file_name', 'text', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .addColumn('rows', 'json', (column) => column.notNull())
      .addColumn('row_count', 'integer', (column) => column.notNull())
      .addColumn('bad_rows', 'json', (column) => column.notNull())
      .addColumn('bad_count', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('publish_at', 'timestamptz')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('decided_by', 'text')
      .addColumn('published_version', 'integer')
      .addColumn('problem', 'text')
      .execute();
  },
};

import { sql, type Kysely, type Migration } from 'kysely';

/** ADM-5, ADM-3: what happened, for ever and in order: the audit trail, and what webhooks tell. */
export const events: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('event')
      .addColumn('seq', 'bigserial', (column) => column.primaryKey())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('partner_id', 'text', (column) => column.notNull())
      .addColumn('subject_type', 'text', (column) => column.notNull())
      .addColumn('subject_id', 'text', (column) => column.notNull())
      .addColumn('actor_id', 'text')
      .addColumn('actor_name', 'text', (column) => column.notNull())
      .addColumn('at', 'timestamptz', (column) => column.notNull())
      .addColumn('data', 'json', (column) => column.notNull())
      .execute();
    // Of the jobs that a server does by itself: who is at it, and until when that is believed.
    await db.schema
      .createTable('job_lock')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('until', 'timestamptz', (column) => column.notNull())
      .execute();
    await sql`create index event_by_subject on event (subject_type, subject_id, seq)`.execute(db);
    await sql`create index event_by_time on event (at)`.execute(db);
  },
};

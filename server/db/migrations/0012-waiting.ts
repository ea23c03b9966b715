import { sql, type Kysely, type Migration } from 'kysely';

/** What waits for the vendor's people, counted for each of them again and again: few records among many that are done. */
export const waiting: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`create index record_by_state on record (type, (body ->> 'state'))
      where type in ('approval', 'order', 'registrationRequest', 'specialBid') and not deleted`.execute(db);
    await sql`create index message_by_time on record ((body ->> 'receivedAt'))
      where type = 'message' and not deleted`.execute(db);
    await sql`create index lead_to_verify on record (id)
      where type = 'lead' and body #>> '{qualification,state}' = 'sent'`.execute(db);
    await sql`create index vendor_obligation_open on record ((body ->> 'dueOn'))
      where type = 'obligation' and not deleted and body ->> 'side' = 'vendor' and body ->> 'done' is null`.execute(
      db,
    );
  },
};

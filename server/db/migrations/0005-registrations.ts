import { sql, type Kysely, type Migration } from 'kysely';

/** Numbers of granted deal registrations (OPP-4). */
export const registrations: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`create sequence deal_registration_number start with 1001`.execute(db);
  },
};

import { sql, type Kysely, type Migration } from 'kysely';

/** OPP-4, OPP-5: what makes the duplicate check and the partners' indexes quick with tens of thousands of registrations. */
export const manyRegistrations: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    // The customer as it is compared: reading a name takes five times as long as comparing it. Null: to be read again.
    await sql`alter table registered_customer add column reading jsonb`.execute(db);
    await sql`create index customer_key_new on customer_key (kind, key) where stretched is null and kind <> 'near'`.execute(
      db,
    );
    // The newest version of what an index is made from, of each partner, at a glance.
    await sql`create index registration_by_version on record (partner_id, version)
      where type in ('registrationRequest', 'dealRegistration', 'account')`.execute(db);
    // How large a partner's index is and when it was written: a large one is not sent again for every change.
    await sql`alter table registration_index_state
      add column built_at timestamptz not null default '-infinity', add column bytes integer not null default 0`.execute(
      db,
    );
  },
};

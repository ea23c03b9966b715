import { sql } from 'kysely';
import type { RecordKey } from '#shared/domain/records';
import type { Rejection } from '#shared/mutations/rejection';
import type { Database } from '../../server/db/database';

/** What the database saw, written by triggers in the transactions of the server, so in the order in which they held the partner's lock. */
export type LogEntry =
  | { readonly kind: 'seq'; readonly clientId: string; readonly from: number; readonly to: number }
  | {
      readonly kind: 'refusal';
      readonly clientId: string;
      readonly seq: number;
      readonly rejection: Rejection;
    }
  | { readonly kind: 'record'; readonly key: RecordKey; readonly version: number; readonly record: unknown };

/** SY-16: a record with this text is one the database cannot store. */
export const breaksTheServer = 'unstorable';

/** The server's own code knows nothing of this table: what it forgets to say is seen all the same. */
export async function watchServer(database: Database): Promise<void> {
  await sql`
    create table chaos_log (n bigserial primary key, partner_id text not null, entry jsonb not null);
    create index chaos_log_partner on chaos_log (partner_id, n);

    create function chaos_log_seq() returns trigger language plpgsql as $$ begin
      insert into chaos_log (partner_id, entry) values (new.partner_id, jsonb_build_object('kind', 'seq',
        'clientId', new.client_id, 'from', case when tg_op = 'INSERT' then 0 else old.last_seq end, 'to', new.last_seq));
      return new;
    end $$;
    create trigger chaos_log_seq_inserted after insert on client for each row when (new.last_seq > 0)
      execute function chaos_log_seq();
    create trigger chaos_log_seq after update of last_seq on client for each row
      when (old.last_seq is distinct from new.last_seq) execute function chaos_log_seq();

    create function chaos_log_refusal() returns trigger language plpgsql as $$ begin
      insert into chaos_log (partner_id, entry) select partner_id, jsonb_build_object('kind', 'refusal',
        'clientId', new.client_id, 'seq', new.seq, 'rejection', new.rejection) from client where client_id = new.client_id;
      return new;
    end $$;
    create trigger chaos_log_refusal after insert on refusal for each row execute function chaos_log_refusal();

    create function chaos_break() returns trigger language plpgsql as $$ begin
      if new.body::text like '%unstorable%' then raise exception 'this cannot be stored'; end if;
      return new;
    end $$;
    create trigger chaos_break before insert or update on record for each row execute function chaos_break();

    create function chaos_log_record() returns trigger language plpgsql as $$ begin
      insert into chaos_log (partner_id, entry) values (new.partner_id, jsonb_build_object('kind', 'record',
        'key', jsonb_build_object('type', new.type, 'id', new.id), 'version', new.version,
        'record', case when new.deleted then 'null'::jsonb else new.body end));
      return new;
    end $$;
    create trigger chaos_log_record after insert or update on record for each row execute function chaos_log_record();
  `.execute(database);
}

export async function readLog(database: Database, partnerId: string): Promise<readonly LogEntry[]> {
  const { rows } = await sql<{ entry: LogEntry }>`
    select entry from chaos_log where partner_id = ${partnerId} order by n`.execute(database);
  return rows.map(({ entry }) => entry);
}

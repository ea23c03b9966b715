import { sql } from 'kysely';
import type { Database } from '../../db/database';

/**
 * SY-6: what was written after the backup is gone, and its versions are given out again to other changes: a cookie from that time would skip
 * them. Under a new epoch no cookie from before is worth anything; each device gets `reset` and keeps its queue.
 */
export async function beginNewEpoch(database: Database): Promise<void> {
  await database
    .updateTable('server_identity')
    .set({ epoch: sql<string>`gen_random_uuid()::text` })
    .execute();
}

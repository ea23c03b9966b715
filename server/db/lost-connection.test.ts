import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres, type Database } from './database';
import { createPostgresDatabase } from './test-databases.test-kit';

describe('a connection that the database ends (a restart, a failover)', () => {
  let made: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let database: Database;
  let administrator: Database;
  beforeAll(async () => {
    made = await createPostgresDatabase();
    database = await openPostgres(made.url);
    administrator = await openPostgres(made.url);
  });
  afterAll(async () => {
    await database.destroy();
    await administrator.destroy();
    await made.drop();
  });

  it('between two queries of a transaction fails the transaction and nothing else', async () => {
    const broken = database.transaction().execute(async (queries) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(queries);
      await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(administrator);
      await sql`select 1`.execute(queries);
    });
    await expect(broken).rejects.toThrow(/terminat|connection/);
    expect((await sql`select 1 as one`.execute(database)).rows).toEqual([{ one: 1 }]);
  });
});

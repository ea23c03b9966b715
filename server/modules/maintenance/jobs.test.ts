import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestServer } from '../../test-vendor.test-kit';
import { runJobs } from './jobs';

describe.each(databaseKinds)('jobs on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  const clock = () => new Date('2026-03-10T10:00:00Z');
  const run = async (name: string, work: () => Promise<void>, errors: unknown[] = []): Promise<void> => {
    const jobs = [{ name, everyMs: 3_600_000, run: work }];
    await runJobs(server.database, jobs, { clock, onError: (error) => errors.push(error) })();
  };

  it('run at the start, with the time, and may use the database themselves', async () => {
    let seen: Date | undefined;
    await runJobs(
      server.database,
      [
        {
          name: 'sees',
          everyMs: 3_600_000,
          run: async (now) => {
            await sql`select 1`.execute(server.database);
            seen = now;
          },
        },
      ],
      {
        clock,
        onError: (error) => {
          throw error;
        },
      },
    )();
    expect(seen).toEqual(clock());
  });

  it('of several servers one does it at a time, and the next time anyone', async () => {
    let runs = 0;
    await run('alone', async () => {
      runs += 1;
      await run('alone', () => {
        runs += 1;
        return Promise.resolve();
      });
    });
    expect(runs).toBe(1);
    await run('alone', () => {
      runs += 1;
      return Promise.resolve();
    });
    expect(runs).toBe(2);
  });

  it('a job that fails is told of, and runs again', async () => {
    const errors: unknown[] = [];
    await run('fails', () => Promise.reject(new Error('broken')), errors);
    await run('fails', () => Promise.reject(new Error('again')), errors);
    expect(errors).toMatchObject([{ message: 'broken' }, { message: 'again' }]);
  });

  it('one that takes longer than its time is not queued up, and is told when the server stops', async () => {
    let runs = 0;
    const job = {
      name: 'slow',
      everyMs: 1,
      run: (_now: Date, stopping: AbortSignal) => {
        runs += 1;
        return new Promise<void>((resolve) => {
          stopping.addEventListener('abort', () => resolve());
        });
      },
    };
    let ticks = 0;
    let enough: () => void;
    const ticked = new Promise<void>((resolve) => {
      enough = resolve;
    });
    const ticking = {
      name: 'ticking',
      everyMs: 1,
      run: () => {
        ticks += 1;
        if (ticks === 20) enough();
        return Promise.resolve();
      },
    };
    const errors: unknown[] = [];
    const stop = runJobs(server.database, [job, ticking], { clock, onError: (error) => errors.push(error) });
    await ticked;
    await stop();
    expect({ runs, errors }).toEqual({ runs: 1, errors: [] });
  });

  it('what a server that died was at is taken over when its time is up', async () => {
    const until = (when: string) =>
      sql`insert into job_lock (name, until) values ('orphan', now() ${sql.raw(when)} interval '1 minute')
        on conflict (name) do update set until = excluded.until`.execute(server.database);
    let runs = 0;
    const count = () => {
      runs += 1;
      return Promise.resolve();
    };
    await until('+');
    await run('orphan', count);
    expect(runs).toBe(0);
    await until('-');
    await run('orphan', count);
    expect(runs).toBe(1);
  });
});

import { sql } from 'kysely';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';

/** Something the server does by itself every so often. Doing it twice must do no harm: several servers share one database. */
export interface Job {
  /** Of the lock: of several servers one runs it at a time. */
  readonly name: string;
  readonly everyMs: number;
  readonly run: (now: Date) => Promise<void>;
}

/** Runs each job now and then again after its time. Returns how to stop; that waits for what is under way. */
export function runJobs(
  database: Database,
  jobs: readonly Job[],
  { clock, onError }: { readonly clock: Clock; readonly onError: (error: unknown) => void },
): () => Promise<void> {
  const stops = jobs.map((job) => {
    const attempt = async (): Promise<void> => {
      try {
        await asOnlyServer(database, job.name, () => job.run(clock()));
      } catch (error) {
        onError(error);
      }
    };
    let running = attempt();
    const timer = setInterval(() => {
      running = running.then(attempt);
    }, job.everyMs);
    timer.unref();
    return (): Promise<void> => {
      clearInterval(timer);
      return running;
    };
  });
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

/**
 * Does the work if no other server is at it. The lock is a row, not the connection's: the work uses connections of its own, and on a database
 * with a single one it must not wait for itself. Of a server that died it is taken over after ten minutes.
 */
async function asOnlyServer(database: Database, name: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    insert into job_lock (name, until) values (${name}, now() + interval '10 minutes')
    on conflict (name) do update set until = excluded.until where job_lock.until < now()
    returning name`.execute(database);
  if (rows.length === 0) return;
  try {
    await work();
  } finally {
    await sql`delete from job_lock where name = ${name}`.execute(database);
  }
}

import { sql } from 'kysely';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';

/** Something the server does by itself every so often. Doing it twice must do no harm: several servers share one database. */
export interface Job {
  /** Of the lock: of several servers one runs it at a time. */
  readonly name: string;
  readonly everyMs: number;
  /** `stopping` is set off when the server stops: what takes long then comes to an end, the next server goes on. */
  readonly run: (now: Date, stopping: AbortSignal) => Promise<void>;
}

/** Runs each job now and then again after its time, unless it is still at it. Returns how to stop; that waits for what is under way. */
export function runJobs(
  database: Database,
  jobs: readonly Job[],
  { clock, onError }: { readonly clock: Clock; readonly onError: (error: unknown) => void },
): () => Promise<void> {
  const stopping = new AbortController();
  const stops = jobs.map((job) => {
    let isRunning = false;
    const attempt = async (): Promise<void> => {
      isRunning = true;
      try {
        await asOnlyServer(database, job.name, () => job.run(clock(), stopping.signal));
      } catch (error) {
        onError(error);
      }
      isRunning = false;
    };
    let running = attempt();
    const timer = setInterval(() => {
      if (!isRunning) running = attempt();
    }, job.everyMs);
    timer.unref();
    return (): Promise<void> => {
      clearInterval(timer);
      return running;
    };
  });
  return async () => {
    stopping.abort();
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

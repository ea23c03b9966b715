import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import { collect } from './collect';

const hourMs = 60 * 60 * 1_000;
const dayMs = 24 * hourMs;

/** Collects now and every few hours. Returns how to stop; that waits for what is under way. */
export function collectPeriodically(
  database: Database,
  options: {
    readonly clock: Clock;
    /** How long tombstones are kept: a device away for longer starts over (SY-6). */
    readonly tombstoneDays: number;
    readonly onError: (error: unknown) => void;
    readonly everyMs?: number;
  },
): () => Promise<void> {
  const run = async (): Promise<void> => {
    const now = options.clock();
    const tombstonesBefore = new Date(now.getTime() - options.tombstoneDays * dayMs);
    try {
      await collect(database, { tombstonesBefore, now });
    } catch (error) {
      options.onError(error);
    }
  };
  let running = run();
  const timer = setInterval(
    () => {
      running = running.then(run);
    },
    options.everyMs ?? 6 * hourMs,
  );
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}

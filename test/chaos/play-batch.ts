import * as fc from 'fast-check';
import { playSchedule } from './play-schedule';
import { scheduleOf, type Schedule } from './schedule';
import type { Vendor } from './vendor';
import { Violation, type Harm } from './violation';

/** So many schedules come from one seed of the generator; the batch is also what a worker takes at a time. */
export const batchSize = 10;

export interface Batch {
  readonly seed: number;
  readonly schedules: number;
  readonly longest: number;
  /** To one schedule, instead of all. */
  readonly path: string | null;
  readonly failFast: boolean;
}

export interface Failure {
  /** For --replay. */
  readonly replay: string;
  readonly harm: Harm;
  readonly rule: string;
  readonly message: string;
  /** Made as small as the time allowed. */
  readonly schedule: Schedule;
}

export interface BatchResult {
  readonly schedules: number;
  readonly operations: number;
  /** What happened to devices, how often. */
  readonly happenings: Readonly<Record<string, number>>;
  /** What happened to requests. */
  readonly faults: Readonly<Record<string, number>>;
  readonly orders: number;
  readonly failure: Failure | null;
}

/** How long a failing schedule may be made smaller. */
const shrinkMilliseconds = 60_000;

/** Plays a batch against the vendor. It ends at its first failing schedule. */
export async function playBatch(batch: Batch, vendor: Vendor): Promise<BatchResult> {
  const happenings = new Map<string, number>();
  const faultsBefore = new Map(vendor.proxy.faults);
  let [schedules, operations, orders] = [0, 0, 0];
  let failedAt: number | null = null;
  const property = fc.asyncProperty(fc.noBias(scheduleOf(batch.longest)), async (schedule) => {
    if (failedAt !== null && Date.now() - failedAt > shrinkMilliseconds) return;
    const isFirst = failedAt === null;
    try {
      const world = await playSchedule(schedule, vendor);
      if (!isFirst) return;
      operations += world.operations;
      orders += world.ledger.work.filter(({ name }) => name === 'placeOrder').length;
      for (const [what, times] of world.happened) happenings.set(what, (happenings.get(what) ?? 0) + times);
    } catch (thrown) {
      failedAt ??= Date.now();
      throw thrown;
    } finally {
      if (isFirst) schedules += 1;
    }
  });
  const details = await fc.check(property, {
    seed: batch.seed,
    numRuns: batch.schedules,
    endOnFailure: batch.failFast,
    ...(batch.path === null ? {} : { path: batch.path, endOnFailure: true }),
  });
  const faults = [...vendor.proxy.faults].map(
    ([kind, times]) => [kind, times - (faultsBefore.get(kind) ?? 0)] as const,
  );
  return {
    schedules,
    operations,
    happenings: Object.fromEntries(happenings),
    faults: Object.fromEntries(faults),
    orders,
    failure: details.failed ? failureOf(details, batch) : null,
  };
}

function failureOf(details: fc.RunDetails<[Schedule]>, { seed }: Batch): Failure {
  const thrown = details.errorInstance;
  const schedule = details.counterexample?.[0] ?? { devices: [], steps: [], routing: 0 };
  const replay = `${String(seed)}:${details.counterexamplePath ?? ''}`;
  if (thrown instanceof Violation) {
    const { harm, rule, message } = thrown;
    return { replay, harm, rule, message, schedule };
  }
  // Nothing the harness expects: the code under test threw, or the harness is wrong.
  const what = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  const rule = 'nothing throws';
  return { replay, harm: 'divergence', rule, message: `divergence: ${rule}\n${what}`, schedule };
}

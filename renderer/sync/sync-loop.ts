import type { Result } from '#shared/lib/result';
import { backoffDelay, isTransient } from './backoff';
import { isSnapshotFailure } from './snapshot-failure';
import type { SyncFailure } from './sync-context';

/** While the app is looked at, the server is asked this often. */
const idleInterval = 15_000;

export interface SyncLoopOptions {
  /** One round; must end soon after its signal aborts. `asked`: a person wants it now. */
  readonly round: (signal: AbortSignal, asked: boolean) => Promise<Result<void, SyncFailure>>;
  /** Calls `run` after that many milliseconds, unless the returned function is called first. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
  readonly random: () => number;
}

export interface SyncLoop {
  /** There is new work: soon, unless a backoff is running. */
  nudge(): void;
  /** Whether somebody is looking. Turning to the app starts a round; while it is not looked at only new work does. */
  setActive(active: boolean): void;
  /** Now, whatever the backoff says. Resolves when a round that began after the call has ended. */
  syncNow(): Promise<void>;
  /** Ends the round under way. */
  cancel(): void;
  /** Ends everything. */
  stop(): Promise<void>;
}

/** Decides when rounds happen; one at a time. What a round does is not its business. */
export function createSyncLoop({ round, later, random }: SyncLoopOptions): SyncLoop {
  let active = false;
  let stopped = false;
  let failures = 0;
  let nudged = false;
  let cancelTimer: (() => void) | null = null;
  let controller: AbortController | null = null;
  let running: Promise<void> = Promise.resolve();

  const schedule = (milliseconds: number): void => {
    cancelTimer?.();
    cancelTimer = later(() => {
      cancelTimer = null;
      if (!controller) void start(false);
    }, milliseconds);
  };

  const start = (asked: boolean): Promise<void> => {
    running = running.then(() => run(asked));
    return running;
  };

  const run = async (asked: boolean): Promise<void> => {
    if (stopped) return;
    cancelTimer?.();
    cancelTimer = null;
    nudged = false;
    controller = new AbortController();
    const result = await round(controller.signal, asked);
    controller = null;
    planNext(result);
  };

  const planNext = (result: Result<void, SyncFailure>): void => {
    if (stopped) return;
    if (result.ok || isSnapshotFailure(result.error)) {
      failures = 0;
      if (nudged) schedule(0);
      else if (active) schedule(idleInterval);
    } else if (isTransient(result.error)) {
      failures += 1;
      schedule(waitAfter(result.error));
    } else {
      // Needs the person (sign in, update, free disk space) or was asked to stop: no timer, so no backoff that new work would wait for.
      failures = 0;
    }
  };

  const waitAfter = (failure: SyncFailure): number => {
    const asked = failure.type === 'too-many-requests' ? (failure.retryAfterSeconds ?? 0) * 1_000 : 0;
    return Math.max(asked, backoffDelay(failures, random));
  };

  return {
    nudge: () => {
      nudged = true;
      if (!controller && failures === 0) schedule(0);
    },
    setActive: (next) => {
      active = next;
      if (active && !controller) schedule(0);
    },
    syncNow: () => {
      failures = 0;
      return start(true);
    },
    cancel: () => controller?.abort(),
    stop: () => {
      stopped = true;
      cancelTimer?.();
      controller?.abort();
      return running;
    },
  };
}

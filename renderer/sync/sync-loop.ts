import type { Result } from '#shared/lib/result';
import { assertNever } from '#shared/lib/assert-never';
import type { SyncEvent } from '#shared/protocol/events';
import { backoffDelay, isTransient, longestDelay } from './backoff';
import { isSnapshotFailure } from './snapshot-failure';
import type { SyncFailure } from './sync-context';

/** While the app is looked at, the server is asked this often, and less often while it tells of news itself (SY-8). */
const idleInterval = 15_000;
const listeningInterval = 60_000;
/** After a hint: so that a partner's devices do not all ask in the same moment, and several hints make one round. */
const hintDelay = { least: 100, most: 1_000 };
/** Hints of records bring rounds that do not look for new snapshots; at least one round in so many does. */
const mostLightRounds = 20;

export interface RoundKind {
  /** A person wants it now. */
  readonly asked: boolean;
  readonly snapshots: boolean;
}

export interface SyncLoopOptions {
  /** One round; must end soon after its signal aborts. */
  readonly round: (signal: AbortSignal, kind: RoundKind) => Promise<Result<void, SyncFailure>>;
  /** Calls `run` after that many milliseconds, unless the returned function is called first. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
  readonly random: () => number;
}

export interface SyncLoop {
  /** There is new work: soon, unless a backoff is running. */
  nudge(): void;
  /** The server says that there is something new: soon, unless a backoff is running. */
  hint(about: SyncEvent['about']): void;
  /** Whether the server would say so. */
  setListening(listening: boolean): void;
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
  let listening = false;
  let stopped = false;
  let failures = 0;
  /** What happened since the last round began and asks for another. */
  let news: 'none' | 'hint' | 'work' = 'none';
  let snapshots = true;
  let lightRounds = 0;
  let timer: { readonly cancel: () => void; readonly isIdle: boolean } | null = null;
  let controller: AbortController | null = null;
  let running: Promise<void> = Promise.resolve();

  const schedule = (milliseconds: number, isIdle = false): void => {
    timer?.cancel();
    const cancel = later(() => {
      timer = null;
      // Nothing is new: everything is looked for.
      if (isIdle) snapshots = true;
      if (!controller) void start(false);
    }, milliseconds);
    timer = { cancel, isIdle };
  };
  const scheduleIdle = (): void => schedule(listening ? listeningInterval : idleInterval, true);
  const scheduleHint = (): void =>
    schedule(Math.round(hintDelay.least + (hintDelay.most - hintDelay.least) * random()));

  const start = (asked: boolean): Promise<void> => {
    running = running.then(() => run(asked));
    return running;
  };

  const run = async (asked: boolean): Promise<void> => {
    if (stopped) return;
    timer?.cancel();
    timer = null;
    news = 'none';
    const kind = { asked, snapshots: asked || snapshots || lightRounds >= mostLightRounds };
    snapshots = false;
    lightRounds = kind.snapshots ? 0 : lightRounds + 1;
    controller = new AbortController();
    const result = await round(controller.signal, kind);
    controller = null;
    // What this one did not get round to is for the next.
    if (!result.ok && kind.snapshots) snapshots = true;
    planNext(result);
  };

  const planNext = (result: Result<void, SyncFailure>): void => {
    if (stopped) return;
    if (result.ok || isSnapshotFailure(result.error)) {
      failures = 0;
      planAfterSuccess();
    } else if (isTransient(result.error)) {
      failures += 1;
      schedule(waitAfter(result.error));
    } else {
      // Needs the person, or was stopped by them: no backoff that new work would wait for. But a disk may have room again, a server be older.
      failures = 0;
      if (active && result.error.type !== 'cancelled') schedule(longestDelay, true);
    }
  };

  const planAfterSuccess = (): void => {
    switch (news) {
      case 'work':
        return schedule(0);
      case 'hint':
        return scheduleHint();
      case 'none':
        if (active) scheduleIdle();
        return;
      default:
        assertNever(news);
    }
  };

  const waitAfter = (failure: SyncFailure): number => {
    const asked = 'retryAfterSeconds' in failure ? (failure.retryAfterSeconds ?? 0) * 1_000 : 0;
    return Math.max(asked, backoffDelay(failures, random));
  };

  return {
    nudge: () => {
      news = 'work';
      snapshots = true;
      if (!controller && failures === 0) schedule(0);
    },
    hint: (about) => {
      if (stopped) return;
      if (about === 'snapshots') snapshots = true;
      if (controller) {
        if (news === 'none') news = 'hint';
      } else if (failures === 0 && (!timer || timer.isIdle)) scheduleHint();
    },
    setListening: (next) => {
      if (listening === next) return;
      listening = next;
      if (timer?.isIdle === true && failures === 0) scheduleIdle();
    },
    setActive: (next) => {
      active = next;
      snapshots = true;
      if (active && !controller) schedule(0);
    },
    syncNow: () => {
      failures = 0;
      return start(true);
    },
    cancel: () => controller?.abort(),
    stop: () => {
      stopped = true;
      timer?.cancel();
      controller?.abort();
      return running;
    },
  };
}

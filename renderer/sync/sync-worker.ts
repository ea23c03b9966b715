import { liveQuery } from 'dexie';
import type { DeviceFacts } from '#shared/protocol/devices';
import type { Session } from '#shared/protocol/session';
import { openDatabase } from '../db/open-database';
import { createSyncEngine, type EngineStatus } from './sync-engine';
import type { SyncLoop } from './sync-loop';
import { watchDamage } from './watch-damage';

/** What the sync worker answers; the main thread calls it through comlink. */
export interface SyncWorker {
  /** Once, before anything else. */
  start(
    session: Session,
    device: DeviceFacts,
    onStatus: (change: Partial<EngineStatus>) => void,
  ): Promise<void>;
  setActive(active: boolean): void;
  syncNow(): Promise<void>;
  cancel(): void;
  stop(): Promise<void>;
}

/** A request that hangs this long is given up; the next one proves anew whether the server is there. */
const requestTimeout = 120_000;
/** A file of ten megabytes over a hotel's network; the server waits as long. */
const uploadTimeout = 300_000;

export function createSyncWorker(): SyncWorker {
  let engine: SyncLoop | null = null;
  let close: () => void = () => undefined;
  return {
    start: async (session, device, onStatus) => {
      const db = await openDatabase(session.userId);
      const loop = createSyncEngine({
        db,
        session,
        device,
        fetch: (path, init) => fetch(path, { ...init, signal: withTimeout(init) }),
        listen: (path, init) => fetch(path, init),
        now: () => new Date(),
        random: Math.random,
        later: (run, milliseconds) => {
          const timer = setTimeout(run, milliseconds);
          return () => clearTimeout(timer);
        },
        locks: 'locks' in navigator ? navigator.locks : null,
        onStatus,
      });
      // Work captured in any window shows up here.
      const waiting = liveQuery(() => db.outbox.where('state').equals('waiting').count());
      const subscription = waiting.subscribe((count) => {
        if (count > 0) loop.nudge();
      });
      const unwatchDamage = watchDamage(db, () => loop.nudge());
      engine = loop;
      close = () => {
        unwatchDamage();
        subscription.unsubscribe();
        db.close();
      };
    },
    setActive: (active) => engine?.setActive(active),
    syncNow: async () => engine?.syncNow(),
    cancel: () => engine?.cancel(),
    stop: async () => {
      await engine?.stop();
      close();
    },
  };
}

function withTimeout({ method, signal }: RequestInit): AbortSignal {
  const timeout = AbortSignal.timeout(method === 'PUT' ? uploadTimeout : requestTimeout);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

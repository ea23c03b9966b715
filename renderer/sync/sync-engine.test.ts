import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, aSession } from './builders.test-kit';
import { Device } from './device.test-kit';
import { failure, ReferenceServer } from './reference-server.test-kit';
import type { SyncProblem, SyncStatus } from './sync-controller';
import { createSyncEngine, type EngineStatus } from './sync-engine';
import type { SyncLoop } from './sync-loop';
import { firstStatus } from './watch-status';

let server: ReferenceServer;
let device: Device;
let status: SyncStatus;
let phases: string[];
/** What the engine wants to do when its timer has run. */
let due: () => void;
let answer: (path: string, init: RequestInit) => Promise<Response>;

beforeEach(() => {
  server = new ReferenceServer(aSession());
  device = new Device(aSession(), (path, init) => Promise.resolve(server.handle(path, init)));
  status = firstStatus;
  phases = [];
  due = () => undefined;
  answer = (path, init) => Promise.resolve(server.handle(path, init));
});

async function anEngine(locks: LockManager | null = null): Promise<SyncLoop> {
  return createSyncEngine({
    db: await device.db(),
    session: device.session,
    device: { name: 'Test device', host: 'browser', appVersion: '1.0.0' },
    fetch: (path, init) => answer(path, init),
    now: device.now,
    random: () => 0.5,
    later: (run) => {
      due = run;
      return () => undefined;
    },
    locks,
    onStatus: (change: Partial<EngineStatus>) => {
      status = { ...status, ...change };
      if (change.phase) phases.push(change.phase);
    },
  });
}

describe('the status the engine reports (SY-8)', () => {
  it('knows nothing of the network before the first try, and then what the last request proved', async () => {
    const engine = await anEngine();
    expect(status.online).toBeNull();
    await device.mutate('createAccount', anAccount('a1'));
    await engine.syncNow();
    expect(status).toMatchObject({ online: true, phase: 'idle', progress: null, problem: null });
    expect(phases).toEqual(['pulling', 'pushing', 'pulling', 'idle']);

    answer = () => Promise.reject(new TypeError('no network'));
    await engine.syncNow();
    expect(status).toMatchObject({ online: false, phase: 'idle', problem: { type: 'offline' } });
  });

  it.each<[string, () => Response, SyncProblem]>([
    ['session-expired', () => failure(401, 'not-signed-in'), { type: 'session-expired' }],
    ['protocol-too-new', () => failure(400, 'protocol-too-new'), { type: 'protocol-too-new' }],
    ['an error inside', () => failure(500, 'internal'), { type: 'server-error', status: 500 }],
    ['overload', () => failure(429, 'too-many-requests'), { type: 'server-error', status: 429 }],
    ['forbidden', () => failure(403, 'forbidden'), { type: 'bad-answer', message: 'forbidden' }],
  ])('%s: the server was reached, and the problem is said', async (_, say, problem) => {
    const engine = await anEngine();
    answer = () => Promise.resolve(say());
    await engine.syncNow();
    expect(status).toMatchObject({ online: true, phase: 'idle', problem });

    answer = (path, init) => Promise.resolve(server.handle(path, init));
    await engine.syncNow();
    expect(status.problem).toBeNull();
  });

  it('a cancelled round is no problem, and what had come stays', async () => {
    const engine = await anEngine();
    answer = (path, init) => {
      if (!path.endsWith('/pull')) return Promise.resolve(server.handle(path, init));
      engine.cancel();
      return Promise.reject(new DOMException('aborted', 'AbortError'));
    };
    await engine.syncNow();
    expect(status).toMatchObject({ phase: 'idle', problem: null });
  });
});

/** Web Locks as one window sees them while another holds every lock. */
const heldElsewhere = {
  request: (_name: string, options: LockOptions, run: (lock: Lock | null) => unknown) =>
    options.ifAvailable === true
      ? Promise.resolve(run(null))
      : new Promise((_resolve, reject) => {
          options.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        }),
} as unknown as LockManager;

describe('one window syncs at a time (SY-9)', () => {
  it('new work is left to the window that is at it', async () => {
    const engine = await anEngine(heldElsewhere);
    await device.mutate('createAccount', anAccount('a1'));
    engine.nudge();
    due();
    await new Promise((resolve) => setImmediate(resolve));
    await engine.stop();
    expect(server.requests).toEqual([]);
    expect(status).toMatchObject({ phase: 'idle', problem: null });
  });

  it('a person who waits for another window can still cancel, sign out or close', async () => {
    const engine = await anEngine(heldElsewhere);
    const asked = engine.syncNow();
    await Promise.resolve();
    engine.cancel();
    await asked;
    void engine.syncNow();
    await engine.stop();
    expect(server.requests).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok, type Result } from '#shared/lib/result';
import { backoffDelay } from './backoff';
import type { SyncFailure } from './sync-context';
import { createSyncLoop, type RoundKind, type SyncLoop } from './sync-loop';

/** Rounds end when the test says so, and timers run when it says so. */
let timers: { run: () => void; milliseconds: number }[];
let rounds: { end: (result: Result<void, SyncFailure>) => void; signal: AbortSignal; kind: RoundKind }[];
let loop: SyncLoop;

beforeEach(() => {
  timers = [];
  rounds = [];
  loop = createSyncLoop({
    round: (signal, kind) =>
      new Promise((resolve) => {
        rounds.push({ end: resolve, signal, kind });
      }),
    later: (run, milliseconds) => {
      const timer = { run, milliseconds };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    random: () => 0.5,
  });
});

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const waits = (): number[] => timers.map(({ milliseconds }) => milliseconds);
async function runTimer(): Promise<void> {
  timers.shift()?.run();
  await settled();
}
async function endRound(result: Result<void, SyncFailure>): Promise<void> {
  rounds.at(-1)?.end(result);
  await settled();
}

describe('when sync happens', () => {
  it('new work starts a round at once, and every 15 s while somebody looks', async () => {
    loop.nudge();
    expect(waits()).toEqual([0]);
    await runTimer();
    await endRound(ok(undefined));
    expect(waits()).toEqual([]);

    loop.setActive(true);
    await runTimer();
    await endRound(ok(undefined));
    expect(waits()).toEqual([15_000]);
  });

  it('work captured during a round gets a round of its own', async () => {
    loop.nudge();
    await runTimer();
    loop.nudge();
    expect(waits()).toEqual([]);
    await endRound(ok(undefined));
    expect(waits()).toEqual([0]);
  });

  it('SY-4 transient failures wait longer and longer, and new work does not cut the wait short', async () => {
    loop.nudge();
    for (const wait of [750, 1_500, 3_000]) {
      await runTimer();
      await endRound(err({ type: 'offline' }));
      expect(waits()).toEqual([wait]);
      loop.nudge();
      expect(waits()).toEqual([wait]);
    }
    await runTimer();
    await endRound(err({ type: 'too-many-requests', retryAfterSeconds: 120 }));
    expect(waits()).toEqual([120_000]);
  });

  it('syncNow and turning to the app do not wait for the backoff', async () => {
    loop.nudge();
    await runTimer();
    await endRound(err({ type: 'server-error', status: 500 }));
    loop.setActive(true);
    expect(waits()).toEqual([0]);

    const asked = loop.syncNow();
    await settled();
    expect(rounds.at(-1)?.kind.asked).toBe(true);
    await endRound(ok(undefined));
    await asked;
    expect(rounds).toHaveLength(2);
  });

  it('what only a person can settle is not tried again by itself', async () => {
    loop.nudge();
    await runTimer();
    await endRound(err({ type: 'session-expired' }));
    expect(waits()).toEqual([]);
  });

  it('after a failure that only a person can settle, new work is a reason to try again', async () => {
    loop.nudge();
    await runTimer();
    await endRound(err({ type: 'offline' }));
    await runTimer();
    await endRound(err({ type: 'disk-full' }));
    loop.nudge();
    expect(waits()).toEqual([0]);
  });

  it('syncNow during a round waits for a round that begins after it', async () => {
    loop.nudge();
    await runTimer();
    let finished = false;
    const asked = loop.syncNow().then(() => {
      finished = true;
      return finished;
    });
    await endRound(ok(undefined));
    expect(finished).toBe(false);
    expect(rounds).toHaveLength(2);
    await endRound(ok(undefined));
    expect(await asked).toBe(true);
  });

  it('cancel ends the round under way, stop ends all of them', async () => {
    loop.setActive(true);
    await runTimer();
    loop.cancel();
    expect(rounds[0]?.signal.aborted).toBe(true);
    await endRound(err({ type: 'cancelled' }));
    const stopped = loop.stop();
    loop.nudge();
    await runTimer();
    await stopped;
    expect(rounds).toHaveLength(1);
  });
});

describe('news that the server tells (SY-8)', () => {
  const idle = async (): Promise<void> => {
    loop.setActive(true);
    await runTimer();
    await endRound(ok(undefined));
  };

  it('a hint brings a round soon, several bring one, spread over a second', async () => {
    await idle();
    loop.hint('records');
    loop.hint('records');
    expect(waits()).toEqual([550]);
    await runTimer();
    expect(rounds).toHaveLength(2);
    await endRound(ok(undefined));
    expect(waits()).toEqual([15_000]);
  });

  it('a hint during a round brings one after it', async () => {
    loop.setActive(true);
    await runTimer();
    loop.hint('records');
    expect(waits()).toEqual([]);
    await endRound(ok(undefined));
    expect(waits()).toEqual([550]);
  });

  it('a hint neither cuts a backoff short nor delays work', async () => {
    await idle();
    loop.nudge();
    loop.hint('records');
    expect(waits()).toEqual([0]);
    await runTimer();
    await endRound(err({ type: 'offline' }));
    loop.hint('records');
    expect(waits()).toEqual([750]);
  });

  it('SY-7 hints of records do not look for new price books; those of snapshots do, and so does one round in twenty', async () => {
    await idle();
    expect(rounds.at(-1)?.kind.snapshots).toBe(true);
    for (let hints = 0; hints < 20; hints += 1) {
      loop.hint('records');
      await runTimer();
      expect(rounds.at(-1)?.kind).toEqual({ asked: false, snapshots: false });
      await endRound(ok(undefined));
    }
    loop.hint('records');
    await runTimer();
    expect(rounds.at(-1)?.kind.snapshots).toBe(true);
    await endRound(ok(undefined));
    loop.hint('snapshots');
    await runTimer();
    expect(rounds.at(-1)?.kind.snapshots).toBe(true);
  });

  it('while they are told the server is asked once a minute', async () => {
    await idle();
    loop.setListening(true);
    expect(waits()).toEqual([60_000]);
    await runTimer();
    expect(rounds.at(-1)?.kind.snapshots).toBe(true);
    await endRound(ok(undefined));
    expect(waits()).toEqual([60_000]);
    loop.setListening(false);
    expect(waits()).toEqual([15_000]);
  });

  it('while somebody looks, what a person has to settle is tried again now and then', async () => {
    loop.setActive(true);
    await runTimer();
    await endRound(err({ type: 'disk-full' }));
    expect(waits()).toEqual([300_000]);
    loop.nudge();
    expect(waits()).toEqual([0]);
  });

  it('what a person cancelled is not begun again by itself', async () => {
    loop.setActive(true);
    await runTimer();
    loop.cancel();
    await endRound(err({ type: 'cancelled' }));
    expect(waits()).toEqual([]);
  });
});

describe('backoff', () => {
  it('doubles with jitter over the upper half, up to five minutes', () => {
    expect(backoffDelay(1, () => 0)).toBe(500);
    expect(backoffDelay(1, () => 1)).toBe(1_000);
    expect(backoffDelay(5, () => 0)).toBe(8_000);
    expect(backoffDelay(50, () => 1)).toBe(300_000);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { apiErrorSchema } from '#shared/protocol/error';
import { pushResponseSchema, type SentMutation } from '#shared/protocol/push';
import { protocolVersion } from '#shared/protocol/version';
import { newId } from '#shared/lib/ids';

const root = join(import.meta.dirname, '..');

/** `npm run server` as a process of its own. */
export interface Replica {
  readonly url: string;
  /** Ends it: by kill -9, or so that it may finish. */
  stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

export async function startReplica(dataDir: string, databaseUrl: string): Promise<Replica> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'server/main.ts', '--data', dataDir, '--port', '0'],
    { cwd: root, env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      const ready = /^Fieldquote server ready at (http:\S+)$/m.exec(said)?.[1];
      if (ready) resolve(ready);
    });
    child.once('close', () => reject(new Error(`ended before it was ready: ${said}`)));
  });
  return { url, stop: (signal) => endOf(child, signal) };
}

async function endOf(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'close') as Promise<[number | null]>;
  child.kill(signal);
  return (await ended)[0];
}

/** What happened on the way, in all devices. */
export interface Traffic {
  requests: number;
  lostAnswers: number;
  doubled: number;
  turnedAway: number;
  broken: number;
  rebuilt: number;
  refused: number;
}

export const noTraffic = (): Traffic => ({
  requests: 0,
  lostAnswers: 0,
  doubled: 0,
  turnedAway: 0,
  broken: 0,
  rebuilt: 0,
  refused: 0,
});

/** Below 1, the next number of a seeded sequence (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A device on a bad network: sends its queue in pieces to any of the servers until all of it is acknowledged; some answers get lost, some
 * pieces go out twice at once, some begin again what was known, and now and then its store is rebuilt and goes on as a new client (SY-15).
 */
export async function deliver(
  queue: readonly Omit<SentMutation, 'seq'>[],
  to: { readonly urls: () => readonly string[]; readonly headers: Readonly<Record<string, string>> },
  traffic: Traffic,
  random: () => number,
): Promise<void> {
  let clientId = newId();
  let acknowledged = 0;
  const pick = <T>(some: readonly T[]): T => {
    const one = some[Math.floor(random() * some.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const send = async (from: number, count: number): Promise<void> => {
    const mutations = queue.slice(from, from + count).map((sent, at) => ({ ...sent, seq: from + at + 1 }));
    traffic.requests += 1;
    const isLost = random() < 0.15;
    const answer = await fetch(`${pick(to.urls())}/api/v1/sync/push`, {
      method: 'POST',
      headers: { ...to.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ protocolVersion, clientId, mutations }),
    }).catch(() => undefined);
    if (answer === undefined) {
      // A server that was killed; the other one is there.
      traffic.broken += 1;
      await delay(50 * random());
    } else if (answer.ok) {
      const { lastSeq, refused } = pushResponseSchema.parse(await answer.json());
      traffic.refused += refused.length;
      if (isLost) traffic.lostAnswers += 1;
      else acknowledged = Math.max(acknowledged, lastSeq);
    } else {
      const { type } = apiErrorSchema.parse(await answer.json()).error;
      if (type !== 'too-many-requests' && type !== 'unavailable') throw new Error(`answered ${type}`);
      traffic.turnedAway += 1;
      // Not as long as it says: the test shall press.
      await delay(Number(answer.headers.get('retry-after') ?? 1) * 100 * random());
    }
  };
  while (acknowledged < queue.length) {
    const chance = random();
    const count = 1 + Math.floor(random() * 12);
    if (chance < 0.01) {
      clientId = newId();
      acknowledged = 0;
      traffic.rebuilt += 1;
    } else if (chance < 0.1) {
      traffic.doubled += 1;
      await Promise.all([send(acknowledged, count), send(acknowledged, count)]);
    } else if (chance < 0.2) {
      await send(Math.max(0, acknowledged - 5), count);
    } else {
      await send(acknowledged, count);
    }
  }
}

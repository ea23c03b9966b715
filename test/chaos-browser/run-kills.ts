import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword } from '../e2e/pages/sign-in-page';
import { ChaosWorld, rep } from './chaos-world';
import { ChromiumProcess } from './chromium-process';
import { Ledger } from './ledger';
import { seeded } from './seeded';

/** What Chromium is doing when it is killed. */
const moments = ['write', 'push', 'pull'] as const;

export interface KillCounts {
  readonly rounds: number;
  readonly seed: number;
  readonly byMoment: Readonly<Record<(typeof moments)[number], number>>;
  readonly acknowledged: number;
  /** Acknowledged and, once the device was back and had synced, not with the server. */
  readonly lost: readonly string[];
  /** Work that the server refused because it had it already. */
  readonly duplicates: number;
  /** Why queues did not empty. */
  readonly stuck: readonly string[];
}

/**
 * SY-2: kill -9 of the whole browser at a random moment of writing, pushing or pulling, then the same profile again. Everything the app said
 * was saved must arrive.
 */
export async function runKills({ rounds, seed }: { rounds: number; seed: number }): Promise<KillCounts> {
  const random = seeded(seed);
  const world = await ChaosWorld.start();
  const profile = await mkdtemp(join(tmpdir(), 'fieldquote-kill-'));
  const byMoment = { write: 0, push: 0, pull: 0 };
  const lost: string[] = [];
  let acknowledged = 0;
  let duplicates = 0;
  const stuck: string[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const moment = moments[round % moments.length] ?? 'write';
      byMoment[moment] += 1;
      const ledger = new Ledger();
      await killOnce(world, profile, moment, `k${String(seed)}-${String(round)}-`, random, ledger);
      const after = await settle(world, await ChromiumProcess.start(profile), ledger);
      acknowledged += ledger.acknowledged;
      lost.push(...after.lost);
      duplicates += after.duplicates;
      if (after.stuck !== null) stuck.push(after.stuck);
    }
  } finally {
    await world.close();
    await rm(profile, { recursive: true, force: true });
  }
  return { rounds, seed, byMoment, acknowledged, lost, duplicates, stuck };
}

async function killOnce(
  world: ChaosWorld,
  profile: string,
  moment: (typeof moments)[number],
  prefix: string,
  random: () => number,
  ledger: Ledger,
): Promise<void> {
  const { front } = world;
  const chromium = await ChromiumProcess.start(profile);
  try {
    const { page, opened } = await world.openPage(chromium, ledger.note);
    if (!opened.ok) throw new Error(`the device did not open: ${JSON.stringify(opened.error)}`);
    await page.evaluate(() => window.chaos.sync());
    front.up = false;
    await page.evaluate(([prefix, seed]) => window.chaos.write(prefix, seed), [
      prefix,
      random() * 2 ** 32,
    ] as const);
    // Some work first, so that there is something to lose.
    const enough = 20 + Math.floor(random() * 200);
    await until(() => ledger.acknowledged >= enough);
    if (moment !== 'write') {
      // Work without end is pushed without end: what is pulled behind it comes when the hands rest.
      if (moment === 'pull') await page.evaluate(() => window.chaos.stop());
      const before = front.passed.length;
      const wanted = moment === 'push' ? ['/push'] : ['/push', '/pull'];
      front.up = true;
      await page.evaluate(() => void window.chaos.sync());
      await until(() => comesInOrder(front.passed.slice(before), wanted));
    }
    await pause(random() * 300);
  } finally {
    await chromium.kill();
    front.up = true;
  }
}

const comesInOrder = (paths: readonly string[], wanted: readonly string[]): boolean => {
  let at = 0;
  for (const path of paths) if (path.endsWith(wanted[at] ?? '?')) at += 1;
  return at >= wanted.length;
};

export interface Settled {
  /** Acknowledged and not with the server in the end. */
  readonly lost: readonly string[];
  /** What the device itself no longer had of it when it was opened again. */
  readonly forgotten: readonly string[];
  readonly duplicates: number;
  /** The store did not open and was made anew, as the screen offers. */
  readonly rebuilt: boolean;
  /** Why the queue did not empty; null: it did. */
  readonly stuck: string | null;
}

/** The same profile again, with a network: what is on the device and what arrives in the end. */
export async function settle(world: ChaosWorld, chromium: ChromiumProcess, ledger: Ledger): Promise<Settled> {
  try {
    const { page, opened: first } = await world.openPage(chromium);
    let opened = first;
    const rebuilt = !opened.ok && opened.error.type === 'store-damaged';
    if (rebuilt) {
      await page.evaluate(() => window.chaos.rebuild());
      opened = await page.evaluate(([email, password]) => window.chaos.open(email, password), [
        rep,
        demoPassword,
      ] as const);
    }
    if (!opened.ok) throw new Error(`the device did not open again: ${JSON.stringify(opened.error)}`);
    const before = await page.evaluate(() => window.chaos.look());
    const sync = () => page.evaluate(() => window.chaos.sync());
    let status = await sync();
    if (status.problem === 'session-expired') await world.signInAgain(page);
    for (let tries = 0; tries < 5 && (status.problem !== null || status.waiting > 0); tries += 1)
      status = await sync();
    const after = await page.evaluate(() => window.chaos.look());
    return {
      rebuilt,
      lost: ledger.missingFrom(await world.arrived()),
      forgotten: ledger.missingFrom(new Map(Object.entries(before.records))),
      duplicates: after.attention.filter((text) => text.includes('already-exists')).length,
      stuck: status.problem ?? (after.outbox > 0 ? `${String(after.outbox)} left` : null),
    };
  } finally {
    await chromium.quit();
  }
}

export async function until(reached: () => boolean, milliseconds = 30_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !reached(); await pause(5))
    if (Date.now() > end) throw new Error('what was waited for did not come');
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ChaosWorld } from './chaos-world';
import { ChromiumProcess } from './chromium-process';
import { Ledger } from './ledger';
import { pause, settle, until } from './run-kills';
import { seeded } from './seeded';
import { SmallDisk } from './small-disk';

const megabytes = 300;

export interface DiskFullCounts {
  /** Why nothing was run; null when it was. */
  readonly skipped: string | null;
  readonly rounds: number;
  readonly seed: number;
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly duplicates: number;
  /** Why queues did not empty. */
  readonly stuck: readonly string[];
  /** Rounds after which the device itself no longer had all of it, before it met the server again. */
  readonly forgot: number;
  /** Rounds in which the person was told: work that was not saved was said not to be, or the app said so when it was opened on the full disk. */
  readonly told: number;
  /** What the app answered to work it could not store, by reason. */
  readonly refused: Readonly<Record<string, number>>;
  /** What the app showed first when it was opened on the full disk, by rounds. */
  readonly saidOnOpening: Readonly<Record<string, number>>;
}

/**
 * SY-2: the disk fills up while the person works; the browser is closed or killed, opened again on the full disk, and again when there
 * is room. Everything the app said was saved must arrive, and what it could not save it must have said.
 */
export async function runDiskFull({
  rounds,
  seed,
}: {
  rounds: number;
  seed: number;
}): Promise<DiskFullCounts> {
  const disk = await SmallDisk.mount(megabytes);
  const counts = {
    skipped: null,
    rounds: 0,
    seed,
    acknowledged: 0,
    lost: [] as string[],
    duplicates: 0,
    stuck: [] as string[],
    forgot: 0,
    told: 0,
    refused: {} as Record<string, number>,
    saidOnOpening: {} as Record<string, number>,
  };
  if (typeof disk === 'string') return { ...counts, skipped: disk };
  const random = seeded(seed);
  const world = await ChaosWorld.start();
  try {
    for (let round = 0; round < rounds; round += 1) {
      const profile = join(disk.folder, `profile-${String(round)}`);
      await mkdir(profile);
      const ledger = new Ledger();
      const said = await fillOnce(world, disk, profile, `d${String(seed)}-${String(round)}-`, random, ledger);
      const after = await settle(world, profile, ledger);
      counts.rounds += 1;
      counts.acknowledged += ledger.acknowledged;
      counts.lost.push(...after.lost);
      counts.duplicates += after.duplicates;
      if (after.stuck !== null) counts.stuck.push(after.stuck);
      if (ledger.refused.size > 0 || said !== null) counts.told += 1;
      const opening = said ?? 'nothing';
      counts.saidOnOpening[opening] = (counts.saidOnOpening[opening] ?? 0) + 1;
      counts.forgot += after.forgotten.length > 0 ? 1 : 0;
      for (const [type, times] of ledger.refused) counts.refused[type] = (counts.refused[type] ?? 0) + times;
      await rm(profile, { recursive: true, force: true });
    }
  } finally {
    await world.close();
    await disk.unmount();
  }
  return counts;
}

/** Ends with room on the disk again. */
async function fillOnce(
  world: ChaosWorld,
  disk: SmallDisk,
  profile: string,
  prefix: string,
  random: () => number,
  ledger: Ledger,
): Promise<string | null> {
  const { front } = world;
  const chromium = await ChromiumProcess.start(profile);
  try {
    const { page, opened } = await world.openPage(chromium, ledger.note);
    if (!opened.ok) throw new Error(`the device did not open: ${opened.error.type}`);
    await page.evaluate(() => window.chaos.sync());
    front.up = false;
    await page.evaluate(([prefix, seed]) => window.chaos.write(prefix, seed), [
      prefix,
      random() * 2 ** 32,
    ] as const);
    const enough = 20 + Math.floor(random() * 400);
    await until(() => ledger.acknowledged >= enough);
    await disk.fill();
    // Goes on working on the full disk; what is said to be saved from here on counts as much.
    await pause(300 + random() * 1_500);
    if (random() < 0.5) await chromium.quit();
  } finally {
    await chromium.kill();
  }
  const said = await openOnFullDisk(world, profile);
  await disk.free();
  front.up = true;
  return said;
}

/** The app itself, opened while nothing can be written: what it says to the person. null: nothing. */
async function openOnFullDisk(world: ChaosWorld, profile: string): Promise<string | null> {
  let chromium: ChromiumProcess;
  try {
    chromium = await ChromiumProcess.start(profile);
  } catch {
    return 'the browser does not start';
  }
  try {
    const page = await chromium.page();
    await page.goto(world.front.url);
    const notice = page
      .getByRole('alert')
      .or(page.getByRole('heading', { name: 'Sign in' }))
      .first();
    await notice.waitFor({ timeout: 15_000 });
    return ((await notice.innerText()).split('\n')[0] ?? '').slice(0, 80);
  } catch {
    return null;
  } finally {
    await chromium.kill();
  }
}

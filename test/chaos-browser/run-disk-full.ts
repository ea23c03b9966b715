import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ChaosWorld, rep } from './chaos-world';
import { ChromiumProcess } from './chromium-process';
import { DesktopHost } from './desktop-host';
import { Ledger } from './ledger';
import { pause, settle, until, type Settled } from './run-kills';
import { seeded } from './seeded';
import { SignInPage } from '../e2e/pages/sign-in-page';
import { SmallDisk, type Filler } from './small-disk';

const megabytes = 300;
/** More than a twentieth of the disk: from there on Chromium deletes what its sites keep when the disk is full (ADR 13). */
const muchBytes = 24_000_000;

export interface DiskFullPlan {
  readonly rounds: number;
  readonly seed: number;
  readonly filler: Filler;
  /** Where the journal is: beside the store in the browser, or in a file of the desktop app. */
  readonly host: 'browser' | 'desktop';
  /** Whether the profile keeps so much that Chromium empties it to make room. */
  readonly evicted: boolean;
}

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
  /** Rounds after which the store did not open, and was made anew from journal and server, as the screen offers. */
  readonly rebuilt: number;
  /** Rounds in which the person was told: work was refused with the reason, or the app, opened on the full disk, said that it is for reading only. */
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
export async function runDiskFull(plan: DiskFullPlan): Promise<DiskFullCounts> {
  const { rounds, seed } = plan;
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
    rebuilt: 0,
    told: 0,
    refused: {} as Record<string, number>,
    saidOnOpening: {} as Record<string, number>,
  };
  if (typeof disk === 'string') return { ...counts, skipped: disk };
  const random = seeded(seed);
  const world = await ChaosWorld.start();
  try {
    for (let number = 0; number < rounds; number += 1) {
      const round = new Round(world, disk, plan, number, random);
      const ledger = new Ledger();
      const said = await round.fillUp(ledger);
      const after = await round.settle(ledger);
      counts.rounds += 1;
      counts.acknowledged += ledger.acknowledged;
      counts.lost.push(...after.lost);
      counts.duplicates += after.duplicates;
      if (after.stuck !== null) counts.stuck.push(after.stuck);
      const opening = said ?? 'nothing';
      if (ledger.refused.size > 0 || fullTitles.includes(opening)) counts.told += 1;
      counts.saidOnOpening[opening] = (counts.saidOnOpening[opening] ?? 0) + 1;
      counts.rebuilt += after.rebuilt ? 1 : 0;
      counts.forgot += after.forgotten.length > 0 ? 1 : 0;
      for (const [type, times] of ledger.refused) counts.refused[type] = (counts.refused[type] ?? 0) + times;
      await round.tidyUp();
    }
  } finally {
    await world.close();
    await disk.unmount();
  }
  return counts;
}

const fullTitles = ['Open for reading only', 'The disk is full'];

/** One device on the small disk, from its first start until it has met the server again. */
class Round {
  readonly #profile: string;
  readonly #desktop: DesktopHost | null;
  constructor(
    private readonly world: ChaosWorld,
    private readonly disk: SmallDisk,
    private readonly plan: DiskFullPlan,
    private readonly number: number,
    private readonly random: () => number,
  ) {
    this.#profile = join(disk.folder, `profile-${String(number)}`);
    this.#desktop =
      plan.host === 'desktop' ? new DesktopHost(join(disk.folder, `journals-${String(number)}`)) : null;
  }

  /** Ends with room on the disk again. The answer is what the app said when it was opened on the full disk; null: nothing. */
  async fillUp(ledger: Ledger): Promise<string | null> {
    const { world, plan, random } = this;
    const { front } = world;
    await mkdir(this.#profile);
    const chromium = await this.#start();
    try {
      const { page, opened } = await world.openPage(chromium, ledger.note);
      if (!opened.ok) throw new Error(`the device did not open: ${JSON.stringify(opened.error)}`);
      await page.evaluate(() => window.chaos.sync());
      if (plan.evicted) await page.evaluate((bytes) => window.chaos.keepMuch(bytes), muchBytes);
      front.up = false;
      const prefix = `d${String(plan.seed)}-${String(this.number)}-`;
      await page.evaluate(([prefix, seed]) => window.chaos.write(prefix, seed), [
        prefix,
        random() * 2 ** 32,
      ] as const);
      const enough = 20 + Math.floor(random() * 400);
      await until(() => ledger.acknowledged >= enough);
      await this.disk.fill(plan.filler);
      // Goes on working on the full disk; what is said to be saved from here on counts as much.
      await pause(300 + random() * 1_500);
      if (random() < 0.5) await chromium.quit();
    } finally {
      await chromium.kill();
    }
    const said = await this.#openOnFullDisk();
    await this.disk.free();
    front.up = true;
    return said;
  }

  async settle(ledger: Ledger): Promise<Settled> {
    const chromium = await this.#start();
    return settle(this.world, chromium, ledger);
  }

  async tidyUp(): Promise<void> {
    await this.#desktop?.close();
    await rm(this.#profile, { recursive: true, force: true });
    await rm(join(this.disk.folder, `journals-${String(this.number)}`), { recursive: true, force: true });
  }

  async #start(): Promise<ChromiumProcess> {
    const chromium = await ChromiumProcess.start(this.#profile);
    await this.#desktop?.serve(chromium.context);
    return chromium;
  }

  /** The app itself, opened while nothing can be written: what it says to the person. null: nothing. */
  async #openOnFullDisk(): Promise<string | null> {
    let chromium: ChromiumProcess;
    try {
      chromium = await this.#start();
    } catch {
      return 'the browser does not start';
    }
    try {
      const page = await chromium.page();
      await page.goto(this.world.front.url);
      const notice = page.getByRole('alert').first();
      const signIn = page.getByRole('heading', { name: 'Sign in' });
      await notice.or(signIn).first().waitFor({ timeout: 15_000 });
      if (await signIn.isVisible()) {
        // What the browser forgot with the session a person types again; that takes the network.
        this.world.front.up = true;
        await new SignInPage(page).enter(rep);
        await notice.waitFor({ timeout: 15_000 });
      }
      return ((await notice.innerText()).split('\n')[0] ?? '').slice(0, 80);
    } catch {
      return null;
    } finally {
      await chromium.kill();
    }
  }
}

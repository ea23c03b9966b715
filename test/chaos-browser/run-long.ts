import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runDiskFull, type DiskFullCounts } from './run-disk-full';
import { runKills, type KillCounts } from './run-kills';

export interface BrowserCounts {
  readonly kills: KillCounts;
  /** Another program fills the disk and stays. */
  readonly fullDisks: DiskFullCounts;
  /** And takes what becomes free again every 20 ms. */
  readonly hostileDisks: DiskFullCounts;
  /** The same, and Chromium deletes all it keeps of the app: the desktop app has its journal in a file. */
  readonly desktopDisks: DiskFullCounts;
}

/** The part of `npm run chaos -- --long` that takes a real browser, about half an hour. The answer is a text where it cannot run. */
export async function runLong(seed: number): Promise<BrowserCounts | string> {
  if (!existsSync(join(import.meta.dirname, '../../out/renderer/index.html')))
    return 'the app is not built: npm run build';
  const plan = { seed, host: 'browser', evicted: false } as const;
  return {
    kills: await runKills({ rounds: 50, seed }),
    fullDisks: await runDiskFull({ ...plan, rounds: 40, filler: 'once' }),
    hostileDisks: await runDiskFull({ ...plan, rounds: 10, filler: 'hostile' }),
    desktopDisks: await runDiskFull({ seed, rounds: 10, filler: 'hostile', host: 'desktop', evicted: true }),
  };
}

/** Nothing lost, nothing twice, no queue stuck, and everybody told. */
export const isLongGood = ({ kills, ...disks }: BrowserCounts): boolean =>
  [kills, ...Object.values(disks)].every(
    ({ lost, duplicates, stuck }) => lost.length === 0 && duplicates === 0 && stuck.length === 0,
  ) && Object.values(disks).every(({ told, rounds }) => told === rounds);

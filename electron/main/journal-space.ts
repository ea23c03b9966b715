import { mkdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import type { IpcHandlers } from '#shared/ipc/ipc';
import { ballastBytes, reserveBytes } from '#shared/journal/reserve';

/**
 * SY-2: whether the disk has room, asked before the store is opened. Keeps a file whose only use is to be removed on a full disk, so that the
 * store still opens whole, to be read.
 */
export function createCheckSpace(
  folder: string,
  freeBytes: (folder: string) => Promise<number> = freeBytesOf,
): IpcHandlers['checkSpace'] {
  const ballast = join(folder, 'ballast.bin');
  return async () => {
    await mkdir(folder, { recursive: true });
    const free = await freeBytes(folder);
    const kept = await sizeOf(ballast);
    if (free < reserveBytes) {
      await rm(ballast, { force: true });
      return 'low';
    }
    if (kept >= ballastBytes || free < reserveBytes + ballastBytes) return 'enough';
    const unfinished = `${ballast}.part`;
    try {
      // Not zeros: some file systems store those in no space at all.
      await writeFile(unfinished, randomFillSync(new Uint8Array(ballastBytes)), { flush: true });
      await rename(unfinished, ballast);
    } catch {
      await rm(unfinished, { force: true }); // without it the reserve is all there is
    }
    return 'enough';
  };
}

/** Bytes that this user may still write. */
async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0; // not there yet
  }
}

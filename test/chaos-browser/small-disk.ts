import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, rmdir, statfs, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Filler = 'once' | 'hostile';

/** A disk of its own in memory, small enough to be filled. */
export class SmallDisk {
  #ballast: FileHandle | null = null;
  #topUp: NodeJS.Timeout | null = null;
  private constructor(readonly folder: string) {}

  /** Only root may mount. The answer is why not, for a test that is then skipped. */
  static async mount(megabytes: number): Promise<SmallDisk | string> {
    if (process.platform !== 'linux') return 'a small disk can be mounted on Linux only';
    if (process.getuid?.() !== 0) return 'only root may mount a small disk';
    const folder = await mkdtemp(join(tmpdir(), 'fieldquote-disk-'));
    try {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m,mode=700`, 'tmpfs', folder]);
      return new SmallDisk(folder);
    } catch (error) {
      await rmdir(folder);
      return `tmpfs cannot be mounted here: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  /** Another program takes all that is free: `once`, or `hostile`: and every 20 ms whatever became free again. */
  async fill(filler: Filler): Promise<void> {
    this.#ballast ??= await open(join(this.folder, 'ballast'), 'a');
    await this.#fillOnce(this.#ballast);
    if (filler === 'once') return;
    let busy = false;
    this.#topUp = setInterval(() => {
      if (busy || !this.#ballast) return;
      busy = true;
      void this.#fillOnce(this.#ballast).finally(() => {
        busy = false;
      });
    }, 20);
  }

  async #fillOnce(ballast: FileHandle): Promise<void> {
    for (const size of [8_000_000, 500_000, 32_768, 4_096]) {
      const some = Buffer.alloc(size, 1);
      try {
        for (;;) {
          const { bytesWritten } = await ballast.write(some);
          if (bytesWritten < size) break;
        }
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code !== 'ENOSPC' && code !== 'EBADF') throw error;
      }
    }
  }

  /** The other program gives everything back. */
  async free(): Promise<void> {
    if (this.#topUp) clearInterval(this.#topUp);
    this.#topUp = null;
    await this.#ballast?.close();
    this.#ballast = null;
    await rm(join(this.folder, 'ballast'), { force: true });
  }

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.folder);
    return bavail * bsize;
  }

  async unmount(): Promise<void> {
    await this.free();
    await run('umount', ['-l', this.folder]);
    await rmdir(this.folder);
  }
}

import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalFile, JournalFolder } from '#shared/journal/journal-host';

const suffix = '.journal';

/**
 * SY-2 on a disk: one person's segments as files that are flushed. Main alone writes them (the app runs once), so every segment that is not open
 * here was left by an earlier run.
 */
export async function openNodeJournalFolder(path: string): Promise<JournalFolder> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const open = new Set<string>();
  const fileOf = (name: string): string => join(path, name + suffix);
  return {
    claim: async () => {
      const names = (await readdir(path)).filter((name) => name.endsWith(suffix));
      return names.map((name) => name.slice(0, -suffix.length)).filter((name) => !open.has(name));
    },
    others: () => Promise.resolve(false),
    create: async (name) => {
      const file = await openFile(fileOf(name), () => open.delete(name));
      open.add(name);
      return file;
    },
    read: async (name) => new Uint8Array(await readFile(fileOf(name))),
    remove: (name) => rm(fileOf(name), { force: true }),
    keepAside: (name, bytes) => writeFile(join(path, `${name}.damaged`), bytes, { flush: true, mode: 0o600 }),
    flush: () => flushFolder(path),
  };
}

async function openFile(path: string, onClose: () => void): Promise<JournalFile> {
  const file = await open(path, 'wx', 0o600);
  return {
    write: async (bytes, at) => {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
        done += bytesWritten;
      }
    },
    // Size changes are on the disk with it; only times are not.
    flush: () => file.datasync(),
    truncate: (bytes) => file.truncate(bytes),
    close: async () => {
      onClose();
      await file.close();
    },
  };
}

/** Makes names last. Windows keeps them with the file and opens no folders. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

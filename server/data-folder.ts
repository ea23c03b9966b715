import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { err, ok, type Result } from '#shared/lib/result';

const lockName = 'server.lock';
const attempts = 10;
const pauseMs = 50;

/** Makes the folder if need be and proves that it can be written. The error is a sentence for the operator. */
export async function prepareDataFolder(folder: string): Promise<Result<void, string>> {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    return ok(undefined);
  } catch (error) {
    return err(`The data folder ${folder} cannot be written: ${(error as Error).message}`);
  }
}

/**
 * The embedded database is for one process at a time. The lock names its owner; an owner that is no more (or whose number another process has
 * since got) does not count. Returns what releases it.
 */
export async function lockDataFolder(folder: string): Promise<Result<() => Promise<void>, string>> {
  const path = join(folder, lockName);
  const own = ownerText(process.pid);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(own);
      await file.close();
      return ok(() => rm(path, { force: true }));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        return err(`The data folder ${folder} cannot be locked: ${(error as Error).message}`);
    }
    const owner = await readOwner(path);
    if (owner === '' && attempt < attempts / 2) {
      // Made by a server that is just writing its name into it, or by one that ended between the two.
      await setTimeout(pauseMs);
      continue;
    }
    const pid = Number.parseInt(owner, 10);
    if (owner !== own && pid > 0 && ownerText(pid) === owner && isRunning(pid))
      return err(`The data folder ${folder} is in use by the server with process id ${pid}`);
    await takeAway(path, owner);
  }
  return err(`The data folder ${folder} is being taken by another server`);
}

/**
 * Removes a lock that does not count. Of several servers that find it only one moves it away; what another has put in its place since it was
 * read goes back.
 */
async function takeAway(path: string, owner: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    return ignoreMissing(error as NodeJS.ErrnoException);
  }
  const moved = await readOwner(aside);
  if (moved !== owner) await writeFile(path, moved, { flag: 'wx' }).catch(ignoreTaken);
  await rm(aside, { force: true });
}

/** Process id and, where the system tells it, its start time: a number used again is then no reason to wait. */
export function ownerText(pid: number): string {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '';
    return `${pid} ${afterName.split(' ')[19] ?? ''}`;
  } catch {
    return `${pid} `; // no /proc here, or no such process: isRunning decides
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const readOwner = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

const ignoreTaken = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EEXIST') throw error;
};

const ignoreMissing = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};

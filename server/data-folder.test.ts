import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder, ownerText } from './data-folder';

describe('the lock of a data folder', () => {
  let folder: string;
  let lock: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldquote-lock-'));
    lock = join(folder, 'server.lock');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** A process that is alive and is not this one. */
  const other = process.ppid;

  it('names its owner, and is gone when released', async () => {
    const locked = await lockDataFolder(folder);
    if (!locked.ok) throw new Error(locked.error);
    expect(await readFile(lock, 'utf8')).toBe(ownerText(process.pid));
    await locked.value();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not taken from a server that runs', async () => {
    await writeFile(lock, ownerText(other));
    expect(await lockDataFolder(folder)).toEqual({
      ok: false,
      error: `The data folder ${folder} is in use by the server with process id ${other}`,
    });
    expect(await readFile(lock, 'utf8')).toBe(ownerText(other));
  });

  it('is not taken from a server that has made it and is just writing its name', async () => {
    await writeFile(lock, '');
    const locking = lockDataFolder(folder);
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    await writeFile(lock, ownerText(other));
    expect((await locking).ok).toBe(false);
    expect(await readFile(lock, 'utf8')).toBe(ownerText(other));
  });

  it.each([
    ['of a process that is no more', '999999999 1'],
    ['that never got a name', ''],
  ])('one %s does not count', async (_which, left) => {
    await writeFile(lock, left);
    expect((await lockDataFolder(folder)).ok).toBe(true);
    expect(await readFile(lock, 'utf8')).toBe(ownerText(process.pid));
    expect(await readdir(folder)).toEqual(['server.lock']);
  });
});

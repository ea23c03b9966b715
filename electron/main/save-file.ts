import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IpcPayload, IpcResult } from '#shared/ipc/ipc';

/** Asks the person where; null when they cancel. */
export type ChoosePath = (suggestedName: string) => Promise<string | null>;

/** Writes beside the target and renames, so that a full disk or a crash never leaves half a file under the chosen name. */
export function createSaveFile(choosePath: ChoosePath) {
  return async ({ name, bytes }: IpcPayload<'saveFile'>): Promise<IpcResult<'saveFile'>> => {
    const path = await choosePath(name);
    if (path === null) return { ok: true, value: 'cancelled' };
    const unfinished = join(dirname(path), `.${randomUUID()}.part`);
    try {
      await writeFile(unfinished, bytes, { flush: true });
      await rename(unfinished, path);
      return { ok: true, value: 'saved' };
    } catch (error) {
      await rm(unfinished, { force: true });
      return { ok: false, error: saveError(error, path) };
    }
  };
}

function saveError(error: unknown, path: string) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { type: 'disk-full' as const };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT') {
    return { type: 'not-permitted' as const, path };
  }
  return { type: 'failed' as const, message: error instanceof Error ? error.message : String(error) };
}

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hashSchema } from '#shared/protocol/snapshot';
import { TemporaryFailure } from '../../temporary-failure';

/** Immutable files named by the SHA-256 of their bytes (SY-7): a folder, or any S3-compatible object store. */
export interface ChunkStore {
  /** Keeps the bytes and returns their hash. Bytes already kept are not written again. */
  put(bytes: Uint8Array): Promise<string>;
  /** Throws ChunkUnreadable when the file is missing or its bytes are not what its name says; a TemporaryFailure when the store is away. */
  get(hash: string): Promise<Buffer>;
  /** What is not there is removed already. */
  remove(hash: string): Promise<void>;
}

/** A chunk that is missing from the store, or no longer what its name says: publishing the same rows again mends it, so no order is refused for it (SY-4). */
export class ChunkUnreadable extends TemporaryFailure {
  override readonly name = 'ChunkUnreadable';

  constructor(hash: string, what: 'missing' | 'damaged') {
    super(`Snapshot chunk ${hash} is ${what} in the store`);
  }
}

export function folderChunkStore(folder: string): ChunkStore {
  const pathOf = (hash: string): string => join(folder, hashSchema.parse(hash));
  return {
    put: async (bytes) => {
      const hash = sha256(bytes);
      const path = pathOf(hash);
      if (await isWhole(path, hash)) return hash;
      await mkdir(folder, { recursive: true });
      const temporary = join(folder, `.${randomUUID()}.tmp`);
      // Under its name only when whole and on disk: a crash leaves a stray temporary file, never half a chunk.
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
      return hash;
    },
    get: async (hash) => {
      const bytes = await readFile(pathOf(hash)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') throw new ChunkUnreadable(hash, 'missing');
        throw error;
      });
      if (sha256(bytes) !== hash) throw new ChunkUnreadable(hash, 'damaged');
      return bytes;
    },
    remove: (hash) => rm(pathOf(hash), { force: true }),
  };
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file damaged on disk counts as missing: publishing the same rows again mends it. */
const isWhole = (path: string, hash: string): Promise<boolean> =>
  readFile(path).then(
    (bytes) => sha256(bytes) === hash,
    () => false,
  );

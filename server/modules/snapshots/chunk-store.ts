import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { hashSchema } from '#shared/protocol/snapshot';

/** Immutable files named by the SHA-256 of their bytes (SY-7). Any object store can take their place. */
export interface ChunkStore {
  /** Keeps the bytes and returns their hash. Bytes already kept are not written again. */
  put(bytes: Uint8Array): Promise<string>;
  /** Throws when the file is missing or its bytes are not what its name says. */
  get(hash: string): Promise<Buffer>;
}

export function folderChunkStore(folder: string): ChunkStore {
  return {
    put: async (bytes) => {
      const hash = sha256(bytes);
      const path = join(folder, hash);
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
      const bytes = await readFile(join(folder, hashSchema.parse(hash)));
      if (sha256(bytes) !== hash) throw new Error(`Snapshot chunk ${hash} is damaged on disk`);
      return bytes;
    },
  };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file damaged on disk counts as missing: publishing the same rows again mends it. */
const isWhole = (path: string, hash: string): Promise<boolean> =>
  readFile(path).then(
    (bytes) => sha256(bytes) === hash,
    () => false,
  );

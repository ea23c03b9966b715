import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ChunkStore } from './chunk-store';

const compress = promisify(gzip);

/** Chunks as they travel. */
export interface PackedChunks {
  /** The chunk's bytes in gzip. Throws as ChunkStore.get does. */
  get(hash: string): Promise<Buffer>;
}

/**
 * Compresses a chunk once, with all the effort gzip can make, however many devices ask for it, and keeps what was asked for last in memory:
 * a thousand devices that fetch a new version cost the store one reading of it.
 */
export function packedChunks(chunks: ChunkStore, memory = 64 * 1024 * 1024): PackedChunks {
  /** Oldest use first. */
  const packed = new Map<string, Promise<Buffer>>();
  const sizes = new Map<string, number>();
  let used = 0;

  const forget = (hash: string): void => {
    packed.delete(hash);
    used -= sizes.get(hash) ?? 0;
    sizes.delete(hash);
  };
  const pack = async (hash: string): Promise<Buffer> => {
    try {
      const bytes = await compress(await chunks.get(hash), { level: 9 });
      sizes.set(hash, bytes.byteLength);
      used += bytes.byteLength;
      return bytes;
    } catch (error) {
      packed.delete(hash);
      throw error;
    }
  };

  return {
    get: async (hash) => {
      const answer = packed.get(hash) ?? pack(hash);
      packed.delete(hash);
      packed.set(hash, answer);
      const bytes = await answer;
      for (const oldest of packed.keys()) {
        if (used <= memory) break;
        if (sizes.has(oldest)) forget(oldest);
      }
      return bytes;
    },
  };
}

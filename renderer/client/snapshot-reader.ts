import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { z } from 'zod';
import { err, ok, type Result } from '#shared/lib/result';
import type { Manifest } from '#shared/protocol/snapshot';
import type { ClientDatabase } from '../db/database';
import type { CatalogError } from './client';

/** All rows of a version, its chunks in order, parsed with the chunk's schema. */
export async function readRows<T>(
  db: ClientDatabase,
  manifest: Manifest,
  schema: z.ZodType<readonly T[]>,
): Promise<Result<readonly T[], CatalogError>> {
  const hashes = manifest.chunks.map(({ hash }) => hash);
  const chunks = await db.chunks.bulkGet(hashes);
  const rows: T[] = [];
  for (const [index, hash] of hashes.entries()) {
    const bytes = chunks[index]?.bytes;
    const parsed = schema.safeParse(parseChunk(bytes));
    if (!parsed.success) {
      if (!bytes || bytesToHex(sha256(bytes)) !== hash) await fetchAgain(db, manifest, hash);
      return err({ type: 'damaged-chunk', hash });
    }
    for (const row of parsed.data) rows.push(row);
  }
  return ok(rows);
}

/** What the store lost or garbled the next sync brings again; bytes that are as the server made them would only come back the same. */
async function fetchAgain(db: ClientDatabase, { kind, id, version }: Manifest, hash: string): Promise<void> {
  await db.transaction('rw', db.snapshots, db.chunks, async () => {
    await db.chunks.delete(hash);
    await db.snapshots.update([kind, id, version], { complete: 0 });
  });
}

function parseChunk(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // the schema refuses it
  }
}

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
    const parsed = schema.safeParse(parseChunk(chunks[index]?.bytes));
    if (!parsed.success) return err({ type: 'damaged-chunk', hash });
    for (const row of parsed.data) rows.push(row);
  }
  return ok(rows);
}

function parseChunk(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // the schema refuses it
  }
}

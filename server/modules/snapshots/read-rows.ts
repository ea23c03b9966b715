import type { z } from 'zod';
import type { Manifest } from '#shared/protocol/snapshot';
import type { ChunkStore } from './chunk-store';

/** All rows of a snapshot by SKU. `chunkSchema` is that of its kind. Throws when a chunk is missing or damaged. */
export async function readRows<Row extends { readonly sku: string }>(
  chunks: ChunkStore,
  { chunks: parts }: Pick<Manifest, 'chunks'>,
  chunkSchema: z.ZodType<Row[]>,
): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const { hash } of parts) {
    const bytes = await chunks.get(hash);
    for (const row of chunkSchema.parse(JSON.parse(bytes.toString('utf8')))) rows.set(row.sku, row);
  }
  return rows;
}

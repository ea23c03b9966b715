import { z } from 'zod';
import { productSchema } from '../domain/catalog/product';
import { priceBookHeaderSchema, priceEntrySchema } from '../domain/pricing/price-book';
import { idSchema } from '../lib/ids';

/** SHA-256 of a chunk's bytes, lower-case hex: its name and its check (SY-7). */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const chunkRefSchema = z.object({
  hash: hashSchema,
  rows: z.number().int().positive(),
  bytes: z.number().int().positive(),
});
export const rowsPerChunk = 1_000;

/** A catalog version: its chunks are UTF-8 JSON arrays of products. */
export const catalogManifestSchema = z.object({
  kind: z.literal('catalog'),
  id: idSchema,
  version: z.number().int().positive(),
  rows: z.number().int().nonnegative(),
  chunks: z.array(chunkRefSchema),
});
/** A price-book version: its chunks are UTF-8 JSON arrays of price entries, sorted by SKU. */
export const priceBookManifestSchema = z.object({
  kind: z.literal('price-book'),
  id: idSchema,
  version: z.number().int().positive(),
  rows: z.number().int().nonnegative(),
  chunks: z.array(chunkRefSchema),
  header: priceBookHeaderSchema,
});
export const manifestSchema = z.discriminatedUnion('kind', [catalogManifestSchema, priceBookManifestSchema]);
export type Manifest = z.infer<typeof manifestSchema>;
export type SnapshotKind = Manifest['kind'];

/**
 * GET /api/v1/snapshots: the newest version of every catalog and price book this partner may have, and nothing else (PRI-1).
 * GET /api/v1/snapshots/{kind}/{id}/{version}: any version still kept (open quotes name old ones).
 * GET /api/v1/snapshots/{kind}/{id}/chunks/{hash}: immutable bytes.
 */
export const snapshotListSchema = z.object({ snapshots: z.array(manifestSchema) });
export const catalogChunkSchema = z.array(productSchema);
export const priceBookChunkSchema = z.array(priceEntrySchema);

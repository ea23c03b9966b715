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

/**
 * SY-7, since protocol version 2: what turns an older version's rows into this one's: a chunk like any other, its bytes a JSON `SnapshotDelta`.
 * The result is cut and written anew and must have the hashes of the manifest's chunks; else the chunks themselves are fetched.
 */
export const deltaRefSchema = z.object({
  from: z.number().int().positive(),
  hash: hashSchema,
  bytes: z.number().int().positive(),
});

/** Ed25519 over the manifest without this field, as RFC 8785 JSON in UTF-8, exactly as it was received (fields unknown here included). */
export const signatureSchema = z.object({
  keyId: z.string().max(80),
  value: z.string().regex(/^[0-9a-f]{128}$/),
});

const sinceVersion2 = {
  deltas: z.array(deltaRefSchema).max(20).optional(),
  signature: signatureSchema.optional(),
};

/** A catalog version: its chunks are UTF-8 JSON arrays of products. */
export const catalogManifestSchema = z.object({
  kind: z.literal('catalog'),
  id: idSchema,
  version: z.number().int().positive(),
  rows: z.number().int().nonnegative(),
  chunks: z.array(chunkRefSchema),
  ...sinceVersion2,
});
/** A price-book version: its chunks are UTF-8 JSON arrays of price entries, sorted by SKU. */
export const priceBookManifestSchema = z.object({
  kind: z.literal('price-book'),
  id: idSchema,
  version: z.number().int().positive(),
  rows: z.number().int().nonnegative(),
  chunks: z.array(chunkRefSchema),
  header: priceBookHeaderSchema,
  ...sinceVersion2,
});
export const manifestSchema = z.discriminatedUnion('kind', [catalogManifestSchema, priceBookManifestSchema]);
export type Manifest = z.infer<typeof manifestSchema>;
export type SnapshotKind = Manifest['kind'];

/**
 * GET /api/v1/snapshots/keys: the public halves of all that the vendor ever signed with, the newest first. Never kept by a cache: a device asks
 * when it meets a manifest signed with a key it does not know.
 */
export const snapshotKeysSchema = z.object({
  keys: z
    .array(z.object({ keyId: z.string().max(80), publicKey: z.string().regex(/^[0-9a-f]{64}$/) }))
    .max(1_000),
});

/**
 * GET /api/v1/snapshots: the newest version of every catalog and price book this partner may have, and nothing else (PRI-1).
 * GET /api/v1/snapshots/{kind}/{id}/{version}: any version still kept (open quotes name old ones).
 * GET /api/v1/snapshots/{kind}/{id}/chunks/{hash}: immutable bytes.
 */
export const snapshotListSchema = z.object({ snapshots: z.array(manifestSchema) });

/** SY-7: rows of the new version that the older one has not or has otherwise, and the SKUs it no longer has; both sorted by SKU. */
export const snapshotDeltaSchema = z.object({
  changed: z.array(z.looseObject({ sku: z.string() })),
  removed: z.array(z.string()),
});
export type SnapshotDelta = z.infer<typeof snapshotDeltaSchema>;
export const catalogChunkSchema = z.array(productSchema);
export const priceBookChunkSchema = z.array(priceEntrySchema);

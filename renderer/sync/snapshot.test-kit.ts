import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Product } from '#shared/domain/catalog/product';
import type { PriceEntry } from '#shared/domain/pricing/price-book';
import { aBook } from '#shared/domain/quote/quote.test-kit';
import { signManifest } from '#shared/protocol/signed-manifest';
import type { Manifest } from '#shared/protocol/snapshot';

export interface Published {
  readonly manifest: Manifest;
  readonly chunks: ReadonlyMap<string, Uint8Array>;
}

/** A key pair of tests alone. */
const privateKey = '07'.repeat(32);
const keyId = 'vendor-test';
export const publicVendorKey = {
  keyId,
  publicKey: bytesToHex(ed25519.getPublicKey(new Uint8Array(32).fill(7))),
};

/** As the vendor's server stores and sends it. */
export const signedByVendor = (manifest: Manifest): Manifest => signManifest(manifest, { keyId, privateKey });

/** Rows cut into chunks of `perChunk`, as the vendor publishes them. */
function cut(rows: readonly unknown[], perChunk: number) {
  const chunks = new Map<string, Uint8Array>();
  const refs: Manifest['chunks'] = [];
  for (let at = 0; at < rows.length; at += perChunk) {
    const some = rows.slice(at, at + perChunk);
    const bytes = new TextEncoder().encode(JSON.stringify(some));
    const hash = bytesToHex(sha256(bytes));
    chunks.set(hash, bytes);
    refs.push({ hash, rows: some.length, bytes: bytes.length });
  }
  return { chunks, refs };
}

export function aCatalogSnapshot(products: readonly Product[], version = 1, perChunk = 2): Published {
  const { chunks, refs } = cut(products, perChunk);
  const id = 'catalog-main';
  const rows = products.length;
  return { manifest: signedByVendor({ kind: 'catalog', id, version, rows, chunks: refs }), chunks };
}

export function aBookSnapshot(
  entries: readonly PriceEntry[],
  version = 1,
  bookId = 'book-1',
  perChunk = 2,
): Published {
  const { chunks, refs } = cut(entries, perChunk);
  const { header } = aBook({ bookId, version, name: `Book ${bookId}` });
  const rows = entries.length;
  const manifest: Manifest = { kind: 'price-book', id: bookId, version, rows, chunks: refs, header };
  return { manifest: signedByVendor(manifest), chunks };
}

/** `after` with a delta from `before`, garbled perhaps; its hash is that of what it became. */
export function aDelta(
  before: Published,
  after: Published,
  rowsBefore: readonly PriceEntry[],
  rowsAfter: readonly PriceEntry[],
  garble: (delta: Uint8Array) => Uint8Array,
): Published {
  const known = new Map(rowsBefore.map((row) => [row.sku, JSON.stringify(row)]));
  const now = new Set(rowsAfter.map(({ sku }) => sku));
  const changed = rowsAfter.filter((row) => known.get(row.sku) !== JSON.stringify(row));
  const removed = rowsBefore.map(({ sku }) => sku).filter((sku) => !now.has(sku));
  const bytes = garble(new TextEncoder().encode(JSON.stringify({ changed, removed })));
  const hash = bytesToHex(sha256(bytes));
  const deltas = [{ from: before.manifest.version, hash, bytes: bytes.length }];
  return {
    manifest: signedByVendor({ ...after.manifest, deltas }),
    chunks: new Map([...after.chunks, [hash, bytes]]),
  };
}

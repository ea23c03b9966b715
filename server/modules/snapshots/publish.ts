import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Product } from '#shared/domain/catalog/product';
import type { PriceBookHeader, PriceEntry } from '#shared/domain/pricing/price-book';
import { signManifest } from '#shared/protocol/signed-manifest';
import type { Manifest } from '#shared/protocol/snapshot';
import type { Queries } from '../../db/database';
import { signingKey } from '../signing/signing-key';
import type { ChunkStore } from './chunk-store';
import { cutChunks } from './cut-chunks';
import { makeDeltas, versionsWithDelta } from './deltas';
import { anyPartner, hintBookReaders, sendHint } from '../events/hints';
import { refuseToExpose } from './distribution';
import {
  addSnapshot,
  bookReaders,
  hadDistribution,
  lockPublishing,
  newestVersions,
  setBookReaders,
} from './repository';
import { readRowTexts, writeRows } from './row-texts';

export interface Published {
  readonly version: number;
  /** False when the newest version already said exactly this: nothing was published. */
  readonly isNew: boolean;
}

/** Publishes products as the next version of a catalog. Call inside a transaction. */
export function publishCatalog(
  queries: Queries,
  chunks: ChunkStore,
  { id, products }: { readonly id: string; readonly products: readonly Product[] },
  now: Date,
): Promise<Published> {
  const what = { kind: 'catalog', id, rows: products, hasDistribution: false, now } as const;
  return publish(queries, chunks, what, ({ version, parts }) => ({
    kind: 'catalog',
    id,
    version,
    rows: products.length,
    chunks: parts,
  }));
}

/**
 * Publishes entries as the next version of a book (PRI-1) for the partners named ("*": all), or whom it was for before. Call inside a
 * transaction. PR-22: throws DistributionExposed, and so undoes it, for what would show a reseller a distributor's price or the vendor's cost,
 * in this version or an older one.
 */
export async function publishPriceBook(
  queries: Queries,
  chunks: ChunkStore,
  book: {
    readonly header: Omit<PriceBookHeader, 'version' | 'publishedAt'>;
    readonly entries: readonly PriceEntry[];
    /** null: as before. */
    readonly partnerIds: readonly string[] | null;
  },
  now: Date,
): Promise<Published> {
  const { header, entries, partnerIds } = book;
  const id = header.bookId;
  await lockPublishing(queries, 'price-book', id);
  const hasDistribution =
    header.policy.distribution !== undefined || entries.some(({ cost }) => cost !== undefined);
  if (hasDistribution || (await hadDistribution(queries, id))) {
    await refuseToExpose(queries, id, partnerIds ?? (await bookReaders(queries, id)));
  }
  const what = { kind: 'price-book', id, rows: entries, header, hasDistribution, now } as const;
  const published = await publish(queries, chunks, what, ({ version, parts }) => ({
    kind: 'price-book',
    id,
    version,
    rows: entries.length,
    chunks: parts,
    header: { ...header, version, publishedAt: now.toISOString() },
  }));
  if (partnerIds !== null) await setBookReaders(queries, id, partnerIds);
  return published;
}

interface Publication {
  readonly kind: Manifest['kind'];
  readonly id: string;
  readonly rows: readonly { readonly sku: string }[];
  /** Of a price book: what makes a new version besides its rows. */
  readonly header?: object;
  readonly hasDistribution: boolean;
  readonly now: Date;
}

async function publish(
  queries: Queries,
  chunks: ChunkStore,
  { kind, id, rows, header, hasDistribution, now }: Publication,
  manifestOf: (what: { version: number; parts: Manifest['chunks'] }) => Manifest,
): Promise<Published> {
  await lockPublishing(queries, kind, id);
  const earlier = await newestVersions(queries, kind, id, versionsWithDelta);
  const newest = earlier.at(0);
  const before = newest && (await readRowTexts(chunks, newest.manifest.chunks));
  const cuts = await cutChunks(chunks, writeRows(rows, before ?? new Map()));
  const parts = cuts.map(({ part }) => part);
  const contentHash = createHash('sha256')
    .update(canonicalize(header ? { header, parts } : { parts }) ?? '')
    .digest('hex');
  if (newest?.content_hash === contentHash) return { version: newest.version, isNew: false };

  const version = (newest?.version ?? 0) + 1;
  const manifests = earlier.map(({ manifest }) => manifest);
  const deltas = await makeDeltas(chunks, cuts, manifests);
  const manifest = { ...manifestOf({ version, parts }), ...(deltas.length > 0 && { deltas }) };
  // Signed is what is stored and sent: JSON has no members without a value.
  const plain = JSON.parse(JSON.stringify(manifest)) as Manifest;
  const signed = signManifest(plain, await signingKey(queries, now));
  await addSnapshot(queries, signed, { contentHash, publishedAt: now, hasDistribution });
  if (kind === 'catalog') await sendHint(queries, { about: 'snapshots', partnerId: anyPartner });
  else await hintBookReaders(queries, id);
  return { version, isNew: true };
}

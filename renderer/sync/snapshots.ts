import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '#shared/lib/result';
import { manifestSchema, snapshotListSchema, type Manifest } from '#shared/protocol/snapshot';
import type { ClientDatabase } from '../db/database';
import { collectSnapshots, isOffered, versionsNamedByQuotes } from './collect-snapshots';
import { requestBytes, requestJson } from './server-api';
import type { SyncContext, SyncFailure } from './sync-context';

/**
 * SY-7: brings the newest catalogs and price books, and the versions that quotes name, onto the device, chunk by chunk. A version
 * becomes visible as a whole when its last chunk has been checked; what was fetched before a break is not fetched again.
 */
export async function downloadSnapshots(context: SyncContext): Promise<Result<void, SyncFailure>> {
  const { db, fetch, signal } = context;
  const list = await requestJson(
    fetch,
    { method: 'GET', path: '/api/v1/snapshots', signal },
    snapshotListSchema,
  );
  if (!list.ok) return list;
  const newest = list.value.snapshots;
  const named = await fetchNamedVersions(context, newest);
  if (!named.ok) return named;
  // Catalogs first: a book is of use only with the products it prices.
  const wanted = [...newest, ...named.value].toSorted((a, b) => a.kind.localeCompare(b.kind));
  const missing = await missingChunks(db, wanted, newest);
  let done = 0;
  for (const { manifest, hashes } of missing) {
    for (const hash of hashes) {
      context.report('downloading', {
        done,
        total: missing.reduce((sum, { hashes }) => sum + hashes.length, 0),
      });
      const fetched = await fetchChunk(context, manifest, hash);
      if (!fetched.ok) return fetched;
      done += 1;
    }
    await switchIn(db, manifest);
  }
  await collectSnapshots(db, newest);
  return ok(undefined);
}

/** Manifests of old book versions that quotes on this device name. One the server no longer has is left out. */
async function fetchNamedVersions(
  { db, fetch, signal }: SyncContext,
  newest: readonly Manifest[],
): Promise<Result<readonly Manifest[], SyncFailure>> {
  const manifests: Manifest[] = [];
  for (const { bookId, version } of await versionsNamedByQuotes(db)) {
    const listed = newest.some((m) => m.kind === 'price-book' && m.id === bookId && m.version === version);
    if (listed || (await db.snapshots.get(['price-book', bookId, version]))?.complete === 1) continue;
    const path = `/api/v1/snapshots/price-book/${encodeURIComponent(bookId)}/${String(version)}`;
    const answer = await requestJson(fetch, { method: 'GET', path, signal }, manifestSchema);
    if (answer.ok) manifests.push(answer.value);
    else if (answer.error.type !== 'refused') return answer;
  }
  return ok(manifests);
}

/** Remembers the manifests and says which chunks of each are not here, every chunk once. */
async function missingChunks(
  db: ClientDatabase,
  manifests: readonly Manifest[],
  offered: readonly Manifest[],
): Promise<readonly { manifest: Manifest; hashes: readonly string[] }[]> {
  const here = new Set(await db.chunks.toCollection().primaryKeys());
  const missing: { manifest: Manifest; hashes: readonly string[] }[] = [];
  for (const manifest of manifests) {
    const { kind, id, version } = manifest;
    if ((await db.snapshots.get([kind, id, version]))?.complete === 1) continue;
    await db.snapshots.put({
      kind,
      id,
      version,
      manifest,
      complete: 0,
      offered: isOffered(manifest, offered),
    });
    const hashes = [...new Set(manifest.chunks.map(({ hash }) => hash))].filter((hash) => !here.has(hash));
    for (const hash of hashes) here.add(hash);
    missing.push({ manifest, hashes });
  }
  return missing;
}

async function fetchChunk(
  { db, fetch, signal }: SyncContext,
  { kind, id }: Manifest,
  hash: string,
): Promise<Result<void, SyncFailure>> {
  const path = `/api/v1/snapshots/${kind}/${encodeURIComponent(id)}/chunks/${hash}`;
  const bytes = await requestBytes(fetch, { method: 'GET', path, signal });
  if (!bytes.ok) return bytes;
  if (bytesToHex(sha256(bytes.value)) !== hash) {
    return err({ type: 'bad-answer', message: `chunk ${hash} has other contents` });
  }
  await db.chunks.put({ hash, bytes: bytes.value });
  return ok(undefined);
}

/** The switch: from here on readers see this version. Refused quietly while a chunk is missing. */
async function switchIn(db: ClientDatabase, manifest: Manifest): Promise<void> {
  const { kind, id, version, chunks } = manifest;
  await db.transaction('rw', db.snapshots, db.chunks, async () => {
    const hashes = [...new Set(chunks.map(({ hash }) => hash))];
    const here = await db.chunks.where('hash').anyOf(hashes).count();
    if (here === hashes.length) await db.snapshots.update([kind, id, version], { complete: 1 });
  });
}

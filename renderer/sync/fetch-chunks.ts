import { err, ok, type Result } from '#shared/lib/result';
import { catalogChunkSchema, priceBookChunkSchema, type Manifest } from '#shared/protocol/snapshot';
import { getMeta, setMeta } from '../db/meta';
import { applyDelta } from './apply-delta';
import { requestBytes } from './server-api';
import { sha256Hex } from './sha256';
import { badSnapshot, isSnapshotFailure } from './snapshot-failure';
import type { SyncContext, SyncFailure } from './sync-context';

type Bytes = Uint8Array<ArrayBuffer>;
interface FileRef {
  readonly hash: string;
  readonly bytes: number;
}

/** SY-7: fetches one chunk, checks it and keeps it. */
export async function fetchChunk(
  context: SyncContext,
  manifest: Manifest,
  chunk: Manifest['chunks'][number],
): Promise<Result<void, SyncFailure>> {
  const bytes = await fetchFile(context, manifest, chunk);
  if (!bytes.ok) return bytes;
  if (bytes.value.length !== chunk.bytes) return err(badSnapshot(manifest, 'wrong-size'));
  const rows = readRows(manifest, bytes.value);
  if (!rows) return err(badSnapshot(manifest, 'not-rows'));
  if (rows.length !== chunk.rows) return err(badSnapshot(manifest, 'wrong-size'));
  await context.db.chunks.put({ hash: chunk.hash, bytes: bytes.value });
  return ok(undefined);
}

/**
 * SY-7: where the server has a delta from a version that is whole on this device, makes the missing chunks of it. False when there is none that
 * saves anything or its result is not what the manifest says: the chunks are to be fetched.
 */
export async function fetchDelta(
  context: SyncContext,
  manifest: Manifest,
  missing: Manifest['chunks'],
): Promise<Result<boolean, SyncFailure>> {
  const { db } = context;
  const wanted = missing.reduce((sum, { bytes }) => sum + bytes, 0);
  const useful = (manifest.deltas ?? []).filter(({ bytes }) => bytes < wanted);
  for (const delta of useful.toSorted((a, b) => b.from - a.from)) {
    const earlier = await db.snapshots.get([manifest.kind, manifest.id, delta.from]);
    if (earlier?.complete !== 1) continue;
    const fetched = await fetchFile(context, manifest, delta);
    if (!fetched.ok && !isSnapshotFailure(fetched.error)) return fetched;
    const made = fetched.ok && (await chunksBy(context, manifest, earlier.manifest, fetched.value));
    if (!made || !missing.every(({ hash }) => made.has(hash))) {
      await setMeta(db, 'deltasFailed', ((await getMeta(db, 'deltasFailed')) ?? 0) + 1);
      return ok(false);
    }
    await db.chunks.bulkPut([...made].map(([hash, bytes]) => ({ hash, bytes })));
    return ok(true);
  }
  return ok(false);
}

async function chunksBy(
  { db }: SyncContext,
  manifest: Manifest,
  earlier: Manifest,
  delta: Bytes,
): Promise<ReadonlyMap<string, Bytes> | null> {
  const now = new Set(manifest.chunks.map(({ hash }) => hash));
  const gone = earlier.chunks.map(({ hash }) => hash).filter((hash) => !now.has(hash));
  const rows = await db.chunks.bulkGet(gone);
  const bytes = new Map(rows.flatMap((row) => (row ? [[row.hash, row.bytes] as const] : [])));
  const made = await applyDelta(manifest, earlier, delta, (hash) => bytes.get(hash));
  // Rows of the earlier version were read before; what is new must be readable too.
  return made && [...made.values()].every((chunk) => readRows(manifest, chunk)) ? made : null;
}

/** A file of the snapshot by its hash; asked for once more past every cache when other bytes come. */
async function fetchFile(
  { fetch, signal }: SyncContext,
  manifest: Manifest,
  { hash, bytes: size }: FileRef,
): Promise<Result<Bytes, SyncFailure>> {
  const { kind, id } = manifest;
  const path = `/api/v1/snapshots/${kind}/${encodeURIComponent(id)}/chunks/${hash}`;
  for (const cache of ['default', 'reload'] as const) {
    const answer = await requestBytes(fetch, { method: 'GET', path, signal, cache, maxBytes: size });
    if (answer.ok) {
      if ((await sha256Hex(answer.value)) === hash) return answer;
    } else if (answer.error.type === 'refused' && answer.error.reason === 'not-found') {
      return err(badSnapshot(manifest, 'missing-chunk'));
    } else if (answer.error.type !== 'bad-answer') return answer;
  }
  return err(badSnapshot(manifest, 'wrong-hash'));
}

/** Null when these are no rows of that kind that this version of the app can read. */
function readRows({ kind }: Manifest, bytes: Uint8Array): readonly unknown[] | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const rows = (kind === 'catalog' ? catalogChunkSchema : priceBookChunkSchema).safeParse(json);
    return rows.success ? rows.data : null;
  } catch {
    return null;
  }
}

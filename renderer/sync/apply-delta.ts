import {
  rowsPerChunk,
  snapshotDeltaSchema,
  type Manifest,
  type SnapshotDelta,
} from '#shared/protocol/snapshot';
import { sha256Hex } from './sha256';

interface Row {
  readonly sku: string;
}

/**
 * SY-7: the chunks of `manifest` that the version with `earlier` has not, made of that version's rows and the delta's bytes. Null when the result
 * is not what the manifest says, for whatever reason: then the chunks themselves are to be fetched. `bytesOf` gives a chunk of the earlier version.
 */
export async function applyDelta(
  manifest: Pick<Manifest, 'chunks'>,
  earlier: Pick<Manifest, 'chunks'>,
  delta: Uint8Array,
  bytesOf: (hash: string) => Uint8Array | undefined,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>> | null> {
  const now = new Set(manifest.chunks.map(({ hash }) => hash));
  const before = new Set(earlier.chunks.map(({ hash }) => hash));
  const rows = mergeRows(
    delta,
    earlier.chunks.filter(({ hash }) => !now.has(hash)).map(({ hash }) => bytesOf(hash)),
  );
  if (!rows) return null;

  const made = new Map<string, Uint8Array<ArrayBuffer>>();
  let at = 0;
  for (const { hash, rows: count } of manifest.chunks) {
    // What both versions have in the same chunks is the same; all other rows follow each other, sorted, in the other chunks.
    if (before.has(hash)) continue;
    if (count > rowsPerChunk) return null;
    const bytes = new TextEncoder().encode(JSON.stringify(rows.slice(at, at + count)));
    if ((await sha256Hex(bytes)) !== hash) return null;
    made.set(hash, bytes);
    at += count;
  }
  return at === rows.length ? made : null;
}

function mergeRows(delta: Uint8Array, chunks: readonly (Uint8Array | undefined)[]): readonly Row[] | null {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    // The rows as they came: the schema's copies have their members in another order.
    const { changed, removed } = readDelta(JSON.parse(decoder.decode(delta)));
    const replaced = new Set([...removed, ...changed.map(({ sku }) => sku)]);
    const kept = chunks.flatMap((bytes) => {
      if (!bytes) throw new TypeError('a chunk of the earlier version is not here');
      return (JSON.parse(decoder.decode(bytes)) as Row[]).filter(({ sku }) => !replaced.has(sku));
    });
    // By UTF-16 code units, as the vendor sorts.
    return [...kept, ...changed].sort((a, b) => (a.sku < b.sku ? -1 : Number(a.sku > b.sku)));
  } catch {
    // A delta that is no delta, or a chunk that is no longer one: both are no reason to stop.
    return null;
  }
}

function readDelta(json: unknown): SnapshotDelta {
  snapshotDeltaSchema.parse(json);
  return json as SnapshotDelta;
}

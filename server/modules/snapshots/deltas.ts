import type { Manifest } from '#shared/protocol/snapshot';
import type { ChunkStore } from './chunk-store';
import type { Cut } from './cut-chunks';
import { readRowTexts } from './row-texts';

/** A device further behind fetches the chunks. */
export const versionsWithDelta = 3;

/** A delta must save at least half of the chunks it stands for, or it is not worth having both. */
const worthwhile = 0.5;

/**
 * SY-7: what turns each of the `earlier` versions into the one cut here, kept in the store; only where it is small. What both versions
 * have in the same chunks is the same, so only the other chunks are compared.
 */
export async function makeDeltas(
  chunks: ChunkStore,
  cuts: readonly Cut[],
  earlier: readonly Manifest[],
): Promise<NonNullable<Manifest['deltas']>> {
  const deltas: NonNullable<Manifest['deltas']> = [];
  for (const { version, chunks: parts } of earlier.slice(0, versionsWithDelta)) {
    const bytes = await deltaFrom(chunks, parts, cuts);
    if (bytes) deltas.push({ from: version, hash: await chunks.put(bytes), bytes: bytes.byteLength });
  }
  return deltas;
}

/** Null when nothing changed, too much did, or the earlier rows cannot be read. */
async function deltaFrom(
  chunks: ChunkStore,
  earlier: Manifest['chunks'],
  cuts: readonly Cut[],
): Promise<Buffer | null> {
  const hashesBefore = new Set(earlier.map(({ hash }) => hash));
  const hashesNow = new Set(cuts.map(({ part }) => part.hash));
  const added = cuts.filter(({ part }) => !hashesBefore.has(part.hash));
  const gone = earlier.filter(({ hash }) => !hashesNow.has(hash));
  const left = await readRowTexts(chunks, gone);
  if (!left) return null;
  const limit = worthwhile * added.reduce((sum, { part }) => sum + part.bytes, 0);

  const changed: string[] = [];
  for (const { sku, text } of added.flatMap(({ rows }) => rows)) {
    if (left.get(sku) !== text) changed.push(text);
    left.delete(sku);
  }
  const removed = [...left.keys()].toSorted((a, b) => (a < b ? -1 : Number(a > b)));
  const bytes = Buffer.from(
    `{"changed":[${changed.join(',')}],"removed":${JSON.stringify(removed)}}`,
    'utf8',
  );
  return bytes.byteLength < limit ? bytes : null;
}

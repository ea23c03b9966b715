import { rowsPerChunk, type Manifest } from '#shared/protocol/snapshot';
import type { ChunkStore } from './chunk-store';
import type { RowText } from './row-texts';

/** A chunk of a version being published, and what it holds. */
export interface Cut {
  readonly part: Manifest['chunks'][number];
  readonly rows: readonly RowText[];
}

/** Cuts the rows into chunks and keeps them. The same rows always make the same bytes. */
export async function cutChunks(chunks: ChunkStore, rows: readonly RowText[]): Promise<Cut[]> {
  const cuts: Cut[] = [];
  for (let at = 0; at < rows.length; at += rowsPerChunk) {
    const some = rows.slice(at, at + rowsPerChunk);
    const bytes = Buffer.from(`[${some.map(({ text }) => text).join(',')}]`, 'utf8');
    const hash = await chunks.put(bytes);
    cuts.push({ part: { hash, rows: some.length, bytes: bytes.byteLength }, rows: some });
  }
  return cuts;
}

import canonicalize from 'canonicalize';
import type { Manifest } from '#shared/protocol/snapshot';
import { ChunkUnreadable, type ChunkStore } from './chunk-store';

/** A row as it stands in a chunk. Rows travel and are compared as texts, so that nobody needs to agree on how to write one. */
export interface RowText {
  readonly sku: string;
  readonly text: string;
}

/** SY-7: by UTF-16 code units, as JavaScript compares strings. */
export const bySku = (a: { readonly sku: string }, b: { readonly sku: string }): number =>
  a.sku < b.sku ? -1 : Number(a.sku > b.sku);

/** The rows of these chunks by SKU. Null when one of them cannot be read any more. */
export async function readRowTexts(
  chunks: ChunkStore,
  parts: Manifest['chunks'],
): Promise<Map<string, string> | null> {
  const texts = new Map<string, string>();
  try {
    for (const { hash } of parts) {
      const rows = JSON.parse((await chunks.get(hash)).toString('utf8')) as { readonly sku: string }[];
      for (const row of rows) texts.set(row.sku, JSON.stringify(row));
    }
    return texts;
  } catch (error) {
    if (error instanceof ChunkUnreadable) return null;
    throw error;
  }
}

/**
 * The rows sorted by SKU. One that says what it said before keeps its text, whatever the order of its members is now: a list imported one
 * way and published again another way would else differ in every byte.
 */
export function writeRows(
  rows: readonly { readonly sku: string }[],
  before: ReadonlyMap<string, string>,
): RowText[] {
  return rows.toSorted(bySku).map((row) => {
    const text = JSON.stringify(row);
    const earlier = before.get(row.sku);
    if (earlier === undefined || earlier === text) return { sku: row.sku, text };
    const saysTheSame = canonicalize(JSON.parse(earlier)) === canonicalize(JSON.parse(text));
    return { sku: row.sku, text: saysTheSame ? earlier : text };
  });
}

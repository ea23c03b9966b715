import { addSkuPrefix, emptyMatches, matchAll, rowsOfSku, type Matches } from './match';
import { rank, rankClasses } from './rank';
import { emptyRowSet, isEmpty } from './row-set';
import type { SearchIndex } from './search-index';
import { compactSku, splitPieces, tokenizePiece, type Piece } from './tokenize';

export interface SearchOptions {
  /** The most rows to give back. */
  readonly limit: number;
  /** Facets: whether a row counts at all. It never causes a spelling correction. */
  readonly filter?: ((row: number) => boolean) | undefined;
}

export interface SearchResult {
  /** Best first. */
  readonly rows: readonly number[];
  /** How many rows match, given back or not. */
  readonly total: number;
  /** Nothing matched as typed; these match a likely spelling. */
  readonly corrected: boolean;
}

/** CAT-2: products by SKU or words in any order, with small typos forgiven when nothing else matches. An empty text finds every row, in the order given. */
export function search(index: SearchIndex, text: string, { limit, filter }: SearchOptions): SearchResult {
  const pieces = splitPieces(text);
  if (pieces.length === 0) return everyRow(index, limit, filter);
  const exactSku = rowsOfSku(index, text);
  const skuPrefix = emptyRowSet(index.rowOf.length);
  addSkuPrefix(index, compactSku(text), skuPrefix);
  const queried = pieces
    .map((piece) => tokenizePiece(piece, 'query'))
    .filter(({ tokens }) => tokens.length > 0);
  let matches = matchAll(index, queried, 0);
  const corrected = isEmpty(skuPrefix) && isEmpty(matches.any);
  if (corrected) matches = correctedMatches(index, queried);
  const keep = filter && ((ordinal: number) => filter(index.rowOf[ordinal] ?? 0));
  const { ordinals, total } = rank(rankClasses(exactSku, skuPrefix, matches), limit, keep);
  const rows = ordinals.map((ordinal) => index.rowOf[ordinal] ?? 0);
  return { rows, total, corrected: corrected && total > 0 };
}

/** One edit away if anything is, else two. */
function correctedMatches(index: SearchIndex, pieces: readonly Piece[]): Matches {
  for (const tolerance of [1, 2] as const) {
    const matches = matchAll(index, pieces, tolerance);
    if (!isEmpty(matches.any)) return matches;
  }
  return emptyMatches(index);
}

function everyRow(index: SearchIndex, limit: number, filter: SearchOptions['filter']): SearchResult {
  const rows: number[] = [];
  let total = 0;
  for (let row = 0; row < index.rowOf.length; row += 1) {
    if (filter && !filter(row)) continue;
    total += 1;
    if (rows.length < limit) rows.push(row);
  }
  return { rows, total, corrected: false };
}

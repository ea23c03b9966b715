import { addAll, addRow, emptyRowSet, keepCommon, type RowSet } from './row-set';
import type { SearchIndex } from './search-index';
import { prefixRange, stringAt, type Range } from './string-table';
import { compactSku, type Piece } from './tokenize';
import { similarTokens } from './typo';

/** Rows that match, by how well. */
export interface Matches {
  /** In any field, as the beginning of a word. */
  readonly any: RowSet;
  /** In a name, as the beginning of a word. */
  readonly name: RowSet;
  /** In a name, as a whole word. */
  readonly word: RowSet;
}

/** How far a query word may be from a product's. 0: it must be spelled as the product spells it. */
export type Tolerance = 0 | 1 | 2;

export function emptyMatches(index: SearchIndex): Matches {
  const rows = index.rowOf.length;
  return { any: emptyRowSet(rows), name: emptyRowSet(rows), word: emptyRowSet(rows) };
}

/** Rows that have every word of every piece, each as the beginning of one of theirs. */
export function matchAll(index: SearchIndex, pieces: readonly Piece[], tolerance: Tolerance): Matches {
  const [first = emptyMatches(index), ...rest] = pieces.map((piece) => matchPiece(index, piece, tolerance));
  for (const next of rest) keepCommonMatches(first, next);
  return first;
}

function matchPiece(index: SearchIndex, { tokens, joined }: Piece, tolerance: Tolerance): Matches {
  const [first = emptyMatches(index), ...rest] = tokens.map((token) => matchToken(index, token, tolerance));
  for (const next of rest) keepCommonMatches(first, next);
  if (joined === null && tokens.length > 1) return first;
  const together = joined ?? tokens[0] ?? '';
  if (joined !== null) addAllMatches(first, matchToken(index, joined, 0));
  // A piece can also be the beginning of a SKU beside other words: "hs-epp backup".
  addSkuPrefix(index, together, first.any);
  return first;
}

function matchToken(index: SearchIndex, token: string, tolerance: Tolerance): Matches {
  const found = emptyMatches(index);
  const range = prefixRange(index.tokens, token);
  addPrefixed(index, range, found);
  if (range.from < range.to && stringAt(index.tokens, range.from) === token)
    addWhole(index, range.from, found);
  if (tolerance !== 0) {
    const similar = similarTokens(index.tokens, token, tolerance);
    for (const prefixed of similar.prefixed) addPrefixed(index, prefixed, found);
    for (const whole of similar.whole) addWhole(index, whole, found);
  }
  return found;
}

function addPrefixed({ postings, postingStart }: SearchIndex, range: Range, { any, name }: Matches): void {
  const end = postingStart[range.to] ?? 0;
  for (let i = postingStart[range.from] ?? 0; i < end; i += 1) {
    const posting = postings[i] ?? 0;
    addRow(any, posting >>> 1);
    if (posting & 1) addRow(name, posting >>> 1);
  }
}

function addWhole({ postings, postingStart }: SearchIndex, token: number, { word }: Matches): void {
  const end = postingStart[token + 1] ?? 0;
  for (let i = postingStart[token] ?? 0; i < end; i += 1) {
    const posting = postings[i] ?? 0;
    if (posting & 1) addRow(word, posting >>> 1);
  }
}

/** Adds the rows whose SKU begins with `text`, dashes or not. */
export function addSkuPrefix(index: SearchIndex, text: string, into: RowSet): void {
  const { from, to } = prefixRange(index.skus, text);
  for (let i = from; i < to; i += 1) addRow(into, index.skuOrdinals[i] ?? 0);
}

/** The rows whose SKU is `text`: several when SKUs differ in punctuation alone. */
export function rowsOfSku(index: SearchIndex, text: string): RowSet {
  const found = emptyRowSet(index.rowOf.length);
  const compact = compactSku(text);
  const { from, to } = prefixRange(index.skus, compact);
  for (let i = from; i < to && stringAt(index.skus, i) === compact; i += 1)
    addRow(found, index.skuOrdinals[i] ?? 0);
  return found;
}

function keepCommonMatches(matches: Matches, other: Matches): void {
  keepCommon(matches.any, other.any);
  keepCommon(matches.name, other.name);
  keepCommon(matches.word, other.word);
}

function addAllMatches(matches: Matches, other: Matches): void {
  addAll(matches.any, other.any);
  addAll(matches.name, other.name);
  addAll(matches.word, other.word);
}

import type { SearchDocument, SearchIndex } from './search-index';
import { makeStringTable } from './string-table';
import { compactSku, splitPieces, tokenizePiece } from './tokenize';

/** The index of `documents`; a row is a document's place in the array. It takes a second or two for 100,000 rows: call it in a worker. */
export function buildIndex(documents: readonly SearchDocument[]): SearchIndex {
  const rowOf = rowsByNameLength(documents);
  const vocabulary = new Vocabulary();
  const collected = new Postings();
  rowOf.forEach((row, ordinal) => {
    const document = documents[row];
    if (!document) return;
    // Names come first: a token that stands in a name keeps that mark.
    const collect = (text: string, inName: boolean): void => {
      for (const piece of splitPieces(text)) collected.add(vocabulary.tokensOf(piece), ordinal, inName);
    };
    for (const text of document.texts) collect(text, true);
    for (const text of document.otherTexts ?? []) collect(text, false);
    collected.add(vocabulary.partsOf(document.sku), ordinal, false);
  });
  return { rowOf, ...vocabulary.sort(collected), ...sortSkus(documents, rowOf) };
}

function rowsByNameLength(documents: readonly SearchDocument[]): Uint32Array {
  const lengths = Uint32Array.from(documents, ({ texts }) => texts[0]?.length ?? 0);
  return Uint32Array.from(documents.keys()).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
}

const longestRemembered = 6;

/** Tokens numbered as they are met. Words repeat, so each distinct piece of text is taken apart once. */
class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly pieces = new Map<string, readonly number[]>();

  tokensOf(piece: string): readonly number[] {
    const known = this.pieces.get(piece);
    if (known) return known;
    const { tokens, joined } = tokenizePiece(piece, 'document');
    const ids = tokens.map((token) => this.idOf(token));
    if (joined !== null) ids.push(this.idOf(joined));
    // A Chinese name is one long piece that hardly comes again.
    if (ids.length <= longestRemembered) this.pieces.set(piece, ids);
    return ids;
  }

  /** The parts of a SKU. Whole SKUs have a table of their own. */
  partsOf(sku: string): readonly number[] {
    return tokenizePiece(sku, 'document').tokens.map((token) => this.idOf(token));
  }

  private idOf(token: string): number {
    const known = this.ids.get(token);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(token, id);
    return id;
  }

  /** The token table in order, and the postings regrouped by it (a counting sort, which keeps ordinals ascending). */
  sort({ tokenIds, marks, length }: Postings): Pick<SearchIndex, 'tokens' | 'postingStart' | 'postings'> {
    const sorted = [...this.ids.keys()].sort();
    const place = new Uint32Array(sorted.length);
    sorted.forEach((token, i) => {
      place[this.ids.get(token) ?? 0] = i;
    });
    const postingStart = new Uint32Array(sorted.length + 1);
    for (let i = 0; i < length; i += 1) {
      const next = (place[tokenIds[i] ?? 0] ?? 0) + 1;
      postingStart[next] = (postingStart[next] ?? 0) + 1;
    }
    for (let i = 1; i < postingStart.length; i += 1) {
      postingStart[i] = (postingStart[i] ?? 0) + (postingStart[i - 1] ?? 0);
    }
    const free = postingStart.slice();
    const postings = new Uint32Array(length);
    for (let i = 0; i < length; i += 1) {
      const token = place[tokenIds[i] ?? 0] ?? 0;
      const at = free[token] ?? 0;
      postings[at] = marks[i] ?? 0;
      free[token] = at + 1;
    }
    return { tokens: makeStringTable(sorted), postingStart, postings };
  }
}

/** (token, mark) pairs in two growing arrays, each token once per row. */
class Postings {
  tokenIds = new Uint32Array(1 << 16);
  marks = new Uint32Array(1 << 16);
  length = 0;
  private lastOrdinal = new Int32Array(1 << 12).fill(-1);

  add(tokens: readonly number[], ordinal: number, inName: boolean): void {
    for (const token of tokens) {
      this.makeRoom(token);
      if (this.lastOrdinal[token] === ordinal) continue;
      this.lastOrdinal[token] = ordinal;
      this.tokenIds[this.length] = token;
      this.marks[this.length] = ordinal * 2 + (inName ? 1 : 0);
      this.length += 1;
    }
  }

  private makeRoom(token: number): void {
    if (this.length === this.marks.length) {
      this.tokenIds = grow(this.tokenIds, new Uint32Array(this.length * 2));
      this.marks = grow(this.marks, new Uint32Array(this.length * 2));
    }
    if (token >= this.lastOrdinal.length) {
      const size = Math.max(token + 1, this.lastOrdinal.length * 2);
      this.lastOrdinal = grow(this.lastOrdinal, new Int32Array(size).fill(-1));
    }
  }
}

function grow<T extends Uint32Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

function sortSkus(
  documents: readonly SearchDocument[],
  rowOf: Uint32Array,
): Pick<SearchIndex, 'skus' | 'skuOrdinals'> {
  const compact = Array.from(rowOf, (row) => compactSku(documents[row]?.sku ?? ''));
  const skuOrdinals = Uint32Array.from(compact.keys());
  skuOrdinals.sort((a, b) => compareCodeUnits(compact[a] ?? '', compact[b] ?? '') || a - b);
  return { skus: makeStringTable(Array.from(skuOrdinals, (ordinal) => compact[ordinal] ?? '')), skuOrdinals };
}

const compareCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

import type { StringTable } from './string-table';

/** What is searched of one product. */
export interface SearchDocument {
  readonly sku: string;
  /** Names, in every language; the first one's length orders equals (shorter first). */
  readonly texts: readonly string[];
  /** Lesser fields: family, vendor, description. Matches here rank after matches in names. */
  readonly otherTexts?: readonly string[];
}

/**
 * Plain data in typed arrays and two strings: it can be cloned to a worker or stored as it is, nothing needs serializing.
 * Inside, rows are numbered by ordinal: shorter names first, then as given. Of two equally good rows the lower ordinal wins, so a
 * result is ranked without sorting.
 */
export interface SearchIndex {
  /** Ordinal to row (the document's place in what was given). */
  readonly rowOf: Uint32Array;
  readonly tokens: StringTable;
  /** Postings of token i: from postingStart[i] to postingStart[i + 1]. A prefix is one contiguous stretch. */
  readonly postingStart: Uint32Array;
  /** ordinal * 2, plus 1 when the token stands in a name. */
  readonly postings: Uint32Array;
  /** Compact SKUs, sorted, and whose they are. */
  readonly skus: StringTable;
  readonly skuOrdinals: Uint32Array;
}

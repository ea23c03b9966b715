import { languages, textIn } from '#shared/domain/catalog/localized';
import type { Product } from '#shared/domain/catalog/product';
import { rowsOfSku } from '#shared/domain/catalog/search/match';
import { eachCommonRow } from '#shared/domain/catalog/search/row-set';
import { search } from '#shared/domain/catalog/search/search';
import { compactSku, splitPieces } from '#shared/domain/catalog/search/tokenize';
import type { BookColumns, CatalogColumns } from './catalog-columns';
import type { CatalogHit, RowMatch, RowToMatch } from './client';

/** Offered for a row that is not certain. */
const choicesShown = 6;
const longestChain = 10;

/** Whether a word stands in the book, for words already asked about: those of an order recur from row to row. */
export type KnownWords = Map<string, boolean>;

/**
 * Finds the product that a row of somebody else's order means, in one book: by its SKU, by its SKU written otherwise, by the successor of
 * a SKU that is no longer sold, then by its words. Only what can hardly be wrong is `certain`.
 */
export function matchRow(
  row: RowToMatch,
  today: string,
  catalog: CatalogColumns,
  book: BookColumns,
  words: KnownWords = new Map(),
): RowMatch {
  const named = [...new Set(row.skus)].flatMap((sku) => {
    const product = catalog.products[catalog.rowOfSku.get(sku) ?? -1];
    return (product && bySku(product, 'sku', today, catalog, book)) ?? [];
  });
  const [one, ...others] = named;
  if (one && others.length === 0) return one;
  // Two products in one row: somebody has to say which is meant.
  if (one) {
    const choices = new Map(named.flatMap((match) => match.choices.map((hit) => [hit.product.sku, hit])));
    return { how: 'sku', certain: false, choices: [...choices.values()].slice(0, choicesShown) };
  }
  for (const sku of row.skus) {
    if (compactSku(sku).length < 3) continue;
    const similar = productsLike(sku, catalog);
    const [only, second] = similar;
    if (only && !second) {
      const found = bySku(only, 'similar-sku', today, catalog, book);
      if (found) return found;
    }
    const hits = similar.flatMap((product) => toHit(product, book));
    if (hits.length > 0) return { how: 'similar-sku', certain: false, choices: hits.slice(0, choicesShown) };
  }
  return byWords(row, catalog, book, words);
}

/** The product if the book sells it, else what replaced it. undefined: neither is in the book. */
function bySku(
  product: Product,
  how: 'sku' | 'similar-sku',
  today: string,
  catalog: CatalogColumns,
  book: BookColumns,
): RowMatch | undefined {
  const own = toHit(product, book);
  const ended = product.orderableUntil !== null && today >= product.orderableUntil;
  if (own.length > 0 && !ended) return { how, certain: true, choices: own };
  const successor = successorIn(product, today, catalog, book);
  if (successor.length === 0) return own.length > 0 ? { how, certain: true, choices: own } : undefined;
  return { how: 'successor', certain: false, choices: [...successor, ...own], formerSku: product.sku };
}

function successorIn(
  product: Product,
  today: string,
  catalog: CatalogColumns,
  book: BookColumns,
): CatalogHit[] {
  let at: Product | undefined = product;
  for (let steps = 0; at?.successorSku && steps < longestChain; steps += 1) {
    at = catalog.products[catalog.rowOfSku.get(at.successorSku) ?? -1];
    const current = at && (at.orderableUntil === null || today < at.orderableUntil);
    const hit = at && current ? toHit(at, book) : [];
    if (hit.length > 0) return hit;
  }
  return [];
}

function productsLike(sku: string, { index, products }: CatalogColumns): Product[] {
  const rows = rowsOfSku(index, sku);
  const found: Product[] = [];
  eachCommonRow(rows, rows, (ordinal) => {
    const product = products[index.rowOf[ordinal] ?? -1];
    if (product) found.push(product);
    return true;
  });
  return found;
}

function byWords(
  { skus, words }: RowToMatch,
  catalog: CatalogColumns,
  book: BookColumns,
  knownWords: KnownWords,
): RowMatch {
  const inBook = (row: number): boolean => book.lists[row] !== undefined;
  const find = (text: string) => search(catalog.index, text, { limit: choicesShown, filter: inBook });
  for (const text of new Set([words, ...skus])) {
    if (text.trim() === '') continue;
    const found = find(text);
    const hits = found.rows.flatMap((row) => toHit(catalog.products[row], book));
    const [first] = hits;
    if (!first) continue;
    const certain =
      isNamed(first.product, text) && !hits.slice(1).some(({ product }) => isNamed(product, text));
    return { how: 'words', certain, choices: hits };
  }
  const isKnown = (word: string): boolean => {
    const before = knownWords.get(word);
    if (before !== undefined) return before;
    const alone = find(word);
    const known = alone.total > 0 && !alone.corrected;
    knownWords.set(word, known);
    return known;
  };
  for (const text of fewerWords(words, isKnown)) {
    const found = find(text);
    if (found.corrected || found.total === 0) continue;
    const hits = found.rows.flatMap((row) => toHit(catalog.products[row], book));
    return { how: 'words', certain: false, choices: hits };
  }
  return { how: 'none', certain: false, choices: [] };
}

/**
 * What is left of the words without those that stand nowhere in the catalog, then with one more left out, then from the beginning: an
 * order says more than a catalog knows. Never less than half of the words, or two of them.
 */
function fewerWords(text: string, isKnown: (word: string) => boolean): string[] {
  const words = splitPieces(text).slice(0, 10);
  const known = words.filter(isKnown);
  const without = known.map((_, index) => known.toSpliced(index, 1)).toReversed();
  const beginnings = known.map((_, index) => known.slice(0, known.length - index - 1));
  return [known, ...without, ...beginnings]
    .filter(
      ({ length }) => length < words.length && (length > 1 || (length > 0 && length * 2 >= words.length)),
    )
    .map((some) => some.join(' '));
}

const isNamed = ({ name }: Product, text: string): boolean =>
  languages.some((language) => compactSku(textIn(name, language)) === compactSku(text));

function toHit(product: Product | undefined, book: BookColumns): CatalogHit[] {
  const entry = product && book.entries.get(product.sku);
  return product && entry ? [{ product, list: entry.list }] : [];
}

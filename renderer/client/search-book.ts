import { textIn } from '#shared/domain/catalog/localized';
import type { Product } from '#shared/domain/catalog/product';
import { search } from '#shared/domain/catalog/search/search';
import { compare, type Exact } from '#shared/domain/money/exact';
import { parseDecimal } from '#shared/domain/money/parse-decimal';
import type { BookColumns, CatalogColumns } from './catalog-columns';
import type { CatalogAnswer, CatalogHit, CatalogQuery, FacetCount } from './client';

type Facet = 'family' | 'vendor' | 'kind';
const facetNames: readonly Facet[] = ['family', 'vendor', 'kind'];

/** CAT-2 over one book. A facet's counts leave its own choice out, so that its other values can be seen and taken. */
export function searchBook(
  { text, facets, sort, offset, limit, language }: CatalogQuery,
  catalog: CatalogColumns,
  book: BookColumns,
): CatalogAnswer {
  const { products } = catalog;
  const inPrice = priceFilter(facets.priceFrom, facets.priceTo);
  const found = search(catalog.index, text, {
    limit: products.length,
    filter: (row) => {
      const list = book.lists[row];
      return list !== undefined && inPrice(list);
    },
  });
  const counts: Record<Facet, Map<string, number>> = {
    family: new Map(),
    vendor: new Map(),
    kind: new Map(),
  };
  const familyNames = new Map<string, string>();
  const rows: number[] = [];
  for (const row of found.rows) {
    const product = products[row];
    if (!product) continue;
    if (product.familyName) familyNames.set(product.family, textIn(product.familyName, language));
    const missed = facetNames.filter(
      (facet) => facets[facet] !== undefined && facets[facet] !== product[facet],
    );
    if (missed.length === 0) rows.push(row);
    for (const facet of facetNames) {
      if (missed.length === 0 || (missed.length === 1 && missed[0] === facet)) {
        const value = product[facet];
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
      }
    }
  }
  const sorted = sortRows(rows, placesFor(sort, language, catalog, book), sort === 'price-down');
  return {
    total: rows.length,
    hits: sorted.slice(offset, offset + limit).flatMap((row) => toHit(products[row], book)),
    facets: {
      families: toCounts(counts.family).map((count) => {
        const label = familyNames.get(count.value);
        return label === undefined ? count : { ...count, label };
      }),
      vendors: toCounts(counts.vendor),
      kinds: toCounts(counts.kind),
    },
    corrected: found.corrected,
  };
}

/** A bound that is not a decimal (still being typed) bounds nothing. */
function priceFilter(from: string | undefined, to: string | undefined): (list: Exact) => boolean {
  const low = from === undefined ? undefined : parseDecimal(from);
  const high = to === undefined ? undefined : parseDecimal(to);
  return (list) => (!low || compare(list, low) >= 0) && (!high || compare(list, high) <= 0);
}

function placesFor(
  sort: CatalogQuery['sort'],
  language: CatalogQuery['language'],
  catalog: CatalogColumns,
  book: BookColumns,
): Uint32Array | null {
  switch (sort) {
    case 'name':
      return catalog.namePlaces(language);
    case 'sku':
      return catalog.skuPlaces();
    case 'price-up':
    case 'price-down':
      return book.pricePlaces();
    default:
      return null;
  }
}

function sortRows(rows: number[], places: Uint32Array | null, descending: boolean): number[] {
  if (!places) return rows;
  const sign = descending ? -1 : 1;
  return rows.sort((a, b) => sign * ((places[a] ?? 0) - (places[b] ?? 0)));
}

function toHit(product: Product | undefined, book: BookColumns): CatalogHit[] {
  const entry = product && book.entries.get(product.sku);
  return product && entry ? [{ product, list: entry.list }] : [];
}

const toCounts = (counts: ReadonlyMap<string, number>): FacetCount[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));

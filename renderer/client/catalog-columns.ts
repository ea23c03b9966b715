import { languages, textIn, type Language } from '#shared/domain/catalog/localized';
import type { Product } from '#shared/domain/catalog/product';
import { buildIndex } from '#shared/domain/catalog/search/build-index';
import type { SearchIndex } from '#shared/domain/catalog/search/search-index';
import { compare, type Exact } from '#shared/domain/money/exact';
import { decimal } from '#shared/domain/money/parse-decimal';
import type { PriceBookHeader, PriceEntry } from '#shared/domain/pricing/price-book';

/** A catalog version in memory. A row is a product's place in `products`. */
export interface CatalogColumns {
  readonly products: readonly Product[];
  readonly rowOfSku: ReadonlyMap<string, number>;
  readonly index: SearchIndex;
  /** Each row's place when sorted by name in a language; made when first asked for. */
  readonly namePlaces: (language: Language) => Uint32Array;
  readonly skuPlaces: () => Uint32Array;
}

export function catalogColumns(products: readonly Product[]): CatalogColumns {
  const byLanguage = new Map<Language, Uint32Array>();
  let bySku: Uint32Array | null = null;
  return {
    products,
    rowOfSku: new Map(products.map(({ sku }, row) => [sku, row])),
    index: buildIndex(products.map(toDocument)),
    namePlaces: (language) => {
      const known = byLanguage.get(language);
      if (known) return known;
      const collator = new Intl.Collator(language, { numeric: true });
      const names = products.map(({ name }) => textIn(name, language));
      const places = placesOf(products.length, (a, b) => collator.compare(names[a] ?? '', names[b] ?? ''));
      byLanguage.set(language, places);
      return places;
    },
    skuPlaces: () => {
      const collator = new Intl.Collator('en', { numeric: true });
      bySku ??= placesOf(products.length, (a, b) =>
        collator.compare(products[a]?.sku ?? '', products[b]?.sku ?? ''),
      );
      return bySku;
    },
  };
}

const toDocument = ({ sku, name, description, family, familyName, vendor }: Product) => ({
  sku,
  texts: languages.map((language) => name[language] ?? ''),
  otherTexts: [
    family,
    vendor,
    ...languages.flatMap((language) => [familyName?.[language] ?? '', description[language] ?? '']),
  ],
});

/** A price-book version in memory, laid over the rows of its catalog. */
export interface BookColumns {
  readonly header: PriceBookHeader;
  readonly entries: ReadonlyMap<string, PriceEntry>;
  /** By catalog row; undefined: the book does not have the product. */
  readonly lists: readonly (Exact | undefined)[];
  readonly pricePlaces: () => Uint32Array;
}

export function bookColumns(
  header: PriceBookHeader,
  entries: readonly PriceEntry[],
  catalog: CatalogColumns,
): BookColumns {
  const bySku = new Map(entries.map((entry) => [entry.sku, entry]));
  const lists = catalog.products.map(({ sku }) => {
    const entry = bySku.get(sku);
    return entry && decimal(entry.list);
  });
  let places: Uint32Array | null = null;
  return {
    header,
    entries: bySku,
    lists,
    pricePlaces: () => {
      places ??= placesOf(lists.length, (a, b) => compareOptional(lists[a], lists[b]));
      return places;
    },
  };
}

function compareOptional(a: Exact | undefined, b: Exact | undefined): number {
  if (!a || !b) return Number(b === undefined) - Number(a === undefined);
  return compare(a, b);
}

/** For each row its place in the sorted order: sorting a result by it compares whole numbers only. */
function placesOf(count: number, compareRows: (a: number, b: number) => number): Uint32Array {
  const order = Array.from({ length: count }, (_, row) => row).sort((a, b) => compareRows(a, b) || a - b);
  const places = new Uint32Array(count);
  order.forEach((row, place) => {
    places[row] = place;
  });
  return places;
}

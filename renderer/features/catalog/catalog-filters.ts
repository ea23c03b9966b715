import { productKinds, type Product } from '#shared/domain/catalog/product';
import { nonNegativeDecimalSchema } from '#shared/domain/money/amount';
import type { CatalogQuery } from '../../client/client';

export const catalogSorts = [
  'relevance',
  'name',
  'sku',
  'price-up',
  'price-down',
] as const satisfies readonly CatalogQuery['sort'][];

/** What the person asked of the catalog. It stands in the address, so it can be copied, and is remembered. */
export interface CatalogFilters {
  readonly text: string;
  readonly family?: string | undefined;
  readonly vendor?: string | undefined;
  readonly kind?: Product['kind'] | undefined;
  readonly priceFrom?: string | undefined;
  readonly priceTo?: string | undefined;
  readonly sort: CatalogQuery['sort'];
}

export const noFilters: CatalogFilters = { text: '', sort: 'relevance' };

export function filtersToParams(filters: CatalogFilters): URLSearchParams {
  const { text, sort, ...facets } = filters;
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  for (const [name, value] of Object.entries(facets)) if (value) params.set(name, value);
  if (sort !== 'relevance') params.set('sort', sort);
  return params;
}

/** An address someone typed or copied: what cannot be understood counts as not asked. */
export function filtersFromParams(params: URLSearchParams): CatalogFilters {
  const price = (name: string) => {
    const parsed = nonNegativeDecimalSchema.safeParse(params.get(name));
    return parsed.success ? parsed.data : undefined;
  };
  return {
    text: params.get('q') ?? '',
    family: params.get('family') ?? undefined,
    vendor: params.get('vendor') ?? undefined,
    kind: productKinds.find((kind) => kind === params.get('kind')),
    priceFrom: price('priceFrom'),
    priceTo: price('priceTo'),
    sort: catalogSorts.find((sort) => sort === params.get('sort')) ?? 'relevance',
  };
}

export const hasFacets = (filters: CatalogFilters): boolean =>
  Boolean(filters.family ?? filters.vendor ?? filters.kind ?? filters.priceFrom ?? filters.priceTo);

/** What a person types as a price: "1 200,50" is 1200.50. undefined when it is no price; null when it is empty. */
export function readPrice(text: string): string | null | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (plain === '') return null;
  const parsed = nonNegativeDecimalSchema.safeParse(plain.replace(/^0+(?=\d)/, ''));
  return parsed.success ? parsed.data : undefined;
}

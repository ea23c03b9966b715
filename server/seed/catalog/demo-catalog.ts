import type { Product } from '#shared/domain/catalog/product';
import { buildBundles, bundleFamilies, withConstraints } from './build-bundles';
import { buildCatalog, type CatalogItem } from './build-products';
import { readDimensions, readFamilies, type DimensionSource, type PricedFamily } from './family-source';
import { withNextEditions } from './next-editions';

export interface DemoCatalog {
  readonly families: readonly PricedFamily[];
  readonly dimensions: ReadonlyMap<string, DimensionSource>;
  /** What deals are made of; bundles are put together by people. */
  readonly dealItems: readonly CatalogItem[];
  /** All that has a price. */
  readonly items: readonly CatalogItem[];
  /** As published: with bundles, constraints and next editions. */
  readonly products: readonly Product[];
}

export function buildDemoCatalog(today: string): DemoCatalog {
  const families = readFamilies();
  const dimensions = readDimensions();
  const dealItems = buildCatalog(families, dimensions, today);
  const items = [...dealItems, ...buildBundles()];
  const products = withNextEditions(withConstraints(items.map(({ product }) => product)), families);
  return { families: [...families, ...bundleFamilies()], dimensions, dealItems, items, products };
}

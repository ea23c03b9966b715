import type { Product } from '#shared/domain/catalog/product';
import { randomFrom } from '../random';
import { vendorName, type CatalogItem } from './build-products';
import { readConstraints, readSingleProducts, type SingleProduct } from './bundle-source';
import type { PricedFamily } from './family-source';
import { bookCurrencies, listPrice, toMillionths } from './list-price';

/** CAT-3: the bundles, and the parts that are sold with them. */
export const buildBundles = (): CatalogItem[] => readSingleProducts().map(itemOf);

/** The families that only bundles and their parts are of, as price books need them. */
export const bundleFamilies = (): PricedFamily[] => [
  ...new Map(readSingleProducts().map(({ family, kind }) => [family, { family, kind }])).values(),
];

function itemOf({ price, familyName, ...source }: SingleProduct): CatalogItem {
  const [eur, pln, usd, cny] = bookCurrencies.map((currency) => listPrice(toMillionths(price), [], currency));
  if (eur === undefined || pln === undefined || usd === undefined || cny === undefined)
    throw new Error('A currency has no price');
  const { bundle, ...rest } = source;
  const isPart = source.kind === 'hardware' && !bundle;
  const product: Product = {
    ...rest,
    familyName,
    vendor: vendorName,
    taxCategory: 'standard',
    orderableFrom: null,
    orderableUntil: null,
    successorSku: null,
    stock: source.kind === 'hardware' ? stockOf(source.sku, isPart) : null,
    ...(bundle ? { bundle } : {}),
  };
  return { product, offer: source.sku, list: { EUR: eur, PLN: pln, USD: usd, CNY: cny }, band: null };
}

/** Bundles are put together when they are ordered; their parts lie on the shelf. */
function stockOf(sku: string, isPart: boolean): Product['stock'] {
  const random = randomFrom(`stock ${sku}`);
  return isPart
    ? { level: random.integer(20, 400), leadTimeDays: random.integer(2, 5) }
    : { level: random.integer(1, 6), leadTimeDays: random.integer(5, 12) };
}

/** CAT-4: the products with the constraints that the demo's rules give them. */
export function withConstraints(products: readonly Product[]): Product[] {
  const constraintsOf = readConstraints();
  return products.map((product) => {
    const constraints = constraintsOf(product.sku);
    return constraints.length === 0 ? product : { ...product, constraints };
  });
}

import type { Product } from '#shared/domain/catalog/product';
import type { Quote } from '#shared/domain/quote/quote';
import type { CatalogService } from '../../../client/client';

/** The products that typed SKUs mean in a price book, whatever the case they were typed in. None when the book is not here. */
export async function knownProducts(
  catalog: CatalogService,
  { bookId, version }: Quote['priceBook'],
  skus: readonly string[],
): Promise<(sku: string) => Product | undefined> {
  const asked = [...new Set(skus.flatMap((sku) => [sku, sku.toUpperCase(), sku.toLowerCase()]))];
  const answer = await catalog.pricingData(bookId, version, asked);
  const products = answer.ok ? answer.value.products : [];
  const bySku = new Map(products.map((product) => [product.sku, product]));
  return (sku) => bySku.get(sku) ?? bySku.get(sku.toUpperCase()) ?? bySku.get(sku.toLowerCase());
}

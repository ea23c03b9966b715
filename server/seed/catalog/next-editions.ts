import type { Product } from '#shared/domain/catalog/product';
import type { FamilySource } from './family-source';

/** Families whose editions are different things rather than steps of one ladder. */
const noLadder: ReadonlySet<string> = new Set([
  'ARC',
  'DRV',
  'OPT',
  'TAP',
  'UPS',
  'RCK',
  'TRN',
  'MNG',
  'MIG',
  'PRO',
]);
/** Editions beside their family's ladder. */
const beside: ReadonlySet<string> = new Set(['EPP-SRV']);

/** QUO-6: each product with the next edition up that is sold, the same in everything else. */
export function withNextEditions(products: readonly Product[], families: readonly FamilySource[]): Product[] {
  const next = new Map<string, string>();
  for (const { code, editions } of families) {
    if (noLadder.has(code)) continue;
    const ladder = editions.filter(
      (edition) => edition.lifecycle === undefined && !beside.has(`${code}-${edition.code}`),
    );
    for (const [at, edition] of ladder.entries()) {
      const above = ladder[at + 1];
      if (above) next.set(`HS-${code}-${edition.code}`, `HS-${code}-${above.code}`);
    }
  }
  const skus = new Set(products.map(({ sku }) => sku));
  return products.map((product) => {
    const [start, family, edition, ...rest] = product.sku.split('-');
    const above = next.get([start, family, edition].join('-'));
    const sku = above && [above, ...rest].join('-');
    return sku !== undefined && skus.has(sku) ? { ...product, nextEditionSku: sku } : product;
  });
}

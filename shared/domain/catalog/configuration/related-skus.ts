import type { Product } from '../product';

/** Every SKU that configuring the product can need: its options, what its constraints name, the next edition up, a successor. */
export const relatedSkus = ({ bundle, constraints = [], nextEditionSku }: Product): readonly string[] => [
  ...(bundle?.groups.flatMap(({ options }) => options.map(({ sku }) => sku)) ?? []),
  ...constraints.flatMap(({ target }) => target.skus),
  ...(nextEditionSku === undefined ? [] : [nextEditionSku]),
];

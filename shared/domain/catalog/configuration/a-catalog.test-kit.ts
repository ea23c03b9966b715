/** Small products for configuration's tests: what a test does not name is the same everywhere. */
import type { Bundle, BundleGroup, BundleOption } from '../bundle';
import type { Constraint, ConstraintTarget } from '../constraint';
import type { Product } from '../product';
import type { ConfiguredLine } from './configured-line';
import type { ProductOf } from './situation';

export const product = (sku: string, changes: Partial<Product> = {}): Product => ({
  sku,
  family: 'Anything',
  kind: 'hardware',
  name: { en: sku },
  description: { en: '' },
  vendor: 'Northwind Systems',
  unit: 'piece',
  charge: { kind: 'one-time' },
  taxCategory: 'standard',
  orderableFrom: null,
  orderableUntil: null,
  successorSku: null,
  stock: null,
  attributes: {},
  ...changes,
});

export const line = (
  id: string,
  sku: string,
  quantity = '1',
  changes: Partial<ConfiguredLine> = {},
): ConfiguredLine => ({ id, sku, quantity, optional: false, ...changes });

export const part = (parentId: string, optionId: string, quantity = '1', sku = optionId): ConfiguredLine =>
  line(`${parentId}/${optionId}`, sku, quantity, { component: { parentId, optionId } });

export const catalogOf = (...products: readonly Product[]): ProductOf => {
  const bySku = new Map(products.map((each) => [each.sku, each]));
  return (sku) => bySku.get(sku);
};

export const skus = (...names: string[]): ConstraintTarget => ({ skus: names, family: null });
const explanation = { en: 'Because.' };

export const requires = (
  target: ConstraintTarget,
  per: 'fixed' | 'per-unit' = 'fixed',
  least = '1',
  id = 'needs',
): Constraint => ({ kind: 'requires', id, explanation, target, quantity: { per, least } });
export const excludes = (target: ConstraintTarget, id = 'not-with'): Constraint => ({
  kind: 'excludes',
  id,
  explanation,
  target,
});
export const recommends = (target: ConstraintTarget, id = 'better-with'): Constraint => ({
  kind: 'recommends',
  id,
  explanation,
  target,
  quantity: { per: 'per-unit', least: '1' },
});

export const option = (sku: string, changes: Partial<BundleOption> = {}): BundleOption => ({
  id: sku,
  sku,
  kind: 'optional',
  quantity: '1',
  min: null,
  max: null,
  scaling: 'per-bundle',
  ...changes,
});
export const group = (
  id: string,
  options: BundleOption[],
  min = 0,
  max: number | null = null,
): BundleGroup => ({
  id,
  name: { en: id },
  choose: { min, max },
  options,
});
export const bundle = (...groups: BundleGroup[]): Bundle => ({
  pricing: 'sum',
  discountCascades: true,
  groups,
});

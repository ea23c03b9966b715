import { describe, expect, it } from 'vitest';
import type { Product } from '../catalog/product';
import type { QuoteLine } from './quote';
import { aBundle, aPricing, lines } from './quote.test-kit';
import { unfitBundles } from './unfit-bundles';

const kit = aBundle([
  { id: 'free', sku: 'LIC-1', kind: 'included' },
  { id: 'more', sku: 'LIC-2', kind: 'optional', max: '3' },
]);
const free = (changes: Partial<QuoteLine> = {}): Partial<QuoteLine> => ({
  component: { parentId: 'line-1', optionId: 'free' },
  ...changes,
});
const more = (changes: Partial<QuoteLine> = {}): Partial<QuoteLine> => ({
  sku: 'LIC-2',
  component: { parentId: 'line-1', optionId: 'more' },
  ...changes,
});
function unfit(...changes: Partial<QuoteLine>[]): readonly string[] {
  const product: Partial<Product> = { bundle: kit };
  const { quote, product: productOf } = aPricing({
    products: [{ sku: 'KIT', product }, { sku: 'LIC-1' }, { sku: 'LIC-2' }],
    quote: { items: lines(...changes) },
  });
  return unfitBundles(quote, productOf);
}

describe('PR-180 bundles that hold what they may not', () => {
  it('are none where all fits, and where there is none', () => {
    expect(unfit({ sku: 'KIT', quantity: '7' }, free(), more({ quantity: '3' }))).toEqual([]);
    expect(unfit({}, { sku: 'LIC-2', quantity: '99' })).toEqual([]);
  });
  it.each<[string, Partial<QuoteLine>[]]>([
    ['more for nothing than it gives', [{ sku: 'KIT' }, free({ quantity: '9000' })]],
    ['the same twice', [{ sku: 'KIT' }, free(), free()]],
    ['more than an option allows', [{ sku: 'KIT' }, free(), more({ quantity: '3.001' })]],
    ['not what it must', [{ sku: 'KIT' }, more()]],
    ['what it must as an option of the customer’s', [{ sku: 'KIT' }, free({ optional: true })]],
  ])('are named once: %s', (_, changes) => {
    expect(unfit(...changes)).toEqual(['KIT']);
  });
  it('name a part that is of no bundle', () => {
    expect(unfit({}, free())).toEqual(['LIC-1']);
  });
  it('do not matter outside the totals', () => {
    expect(unfit({ sku: 'KIT', optional: true }, free({ quantity: '9000' }))).toEqual([]);
    const alternative = { group: 'group-1', chosen: false };
    expect(unfit({ sku: 'KIT', alternative }, free({ quantity: '9000' }))).toEqual([]);
  });
  it('are not asked for their parts where a contract is renewed or reduced', () => {
    for (const action of ['renew', 'reduce'] as const) {
      expect(unfit({ sku: 'KIT', contractChange: { contractLineId: 'c-1', action } })).toEqual([]);
    }
  });
  it('what is given back brings nothing for nothing', () => {
    const contractChange = { contractLineId: 'c-1', action: 'reduce' } as const;
    expect(unfit({ sku: 'KIT', contractChange }, free())).toEqual(['LIC-1']);
  });
});

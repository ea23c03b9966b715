import { describe, expect, it } from 'vitest';
import { catalogOf, line, product, recommends, skus } from './a-catalog.test-kit';
import { suggestions } from './suggestions';

const yearly = { kind: 'recurring', period: 'year', termMonths: 12 } as const;
const products = catalogOf(
  product('basic', { charge: yearly, nextEditionSku: 'pro' }),
  product('pro', { charge: yearly, nextEditionSku: 'max' }),
  product('max'),
  product('phone', { constraints: [recommends(skus('dock', 'headset'))] }),
  product('dock'),
  product('headset'),
);
const prices: Readonly<Record<string, string>> = {
  basic: '21.00',
  pro: '32.50',
  max: '50.00',
  phone: '100.00',
  headset: '40.00',
};
const of = (...lines: Parameters<typeof suggestions>[0]) =>
  suggestions(lines, products, (sku) => prices[sku]);

describe('QUO-6 cross-sell and up-sell', () => {
  it('suggests what goes well with a line and can be sold, with the reason', () => {
    expect(of(line('1', 'phone', '3'))).toMatchObject([
      { kind: 'cross-sell', lineIds: ['1'], skus: ['headset'], quantity: '3', why: { en: 'Because.' } },
    ]);
  });
  it('suggests the next edition with what a unit costs more', () => {
    expect(of(line('1', 'basic', '10'))).toEqual([
      { kind: 'up-sell', id: 'up-sell:1', lineIds: ['1'], sku: 'pro', more: '11.50' },
    ]);
  });
  it('compares only what is charged alike', () => {
    expect(of(line('1', 'pro'))).toEqual([]);
  });
  it('says nothing about optional lines and parts of bundles', () => {
    expect(of(line('1', 'basic', '1', { optional: true }))).toEqual([]);
    expect(of(line('1', 'basic', '1', { component: { parentId: '0', optionId: 'o' } }))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { aBundle, amountsOf, lines, price, type Situation } from '../quote/quote.test-kit';
import type { SellBasis } from './sell-basis';

/** What each step of the customer's price says about itself, without what all steps have. */
const saidBy = (situation: Situation, index = 0) =>
  amountsOf(price(situation), index).sellSteps.map(({ step, rule, basis, rate, amount }) => ({
    step,
    rule,
    basis,
    rate,
    amount,
  }));
const sold = (sell: SellBasis, discountPercent = '0') =>
  saidBy({ quote: { items: lines({ sell, discountPercent }) } });
const quantity = { step: 'quantity', rule: 'quantity', basis: 'running', rate: null, amount: '1' };

describe('PR-20, PR-26 the customer’s price says where it starts and what was taken off', () => {
  it('from list, less the line’s discount', () => {
    expect(sold({ kind: 'list' }, '5')).toEqual([
      { step: 'list', rule: 'Gold EUR v3', basis: 'list', rate: null, amount: '100.00' },
      { step: 'line-discount', rule: 'manual', basis: 'running', rate: '5', amount: null },
      quantity,
    ]);
  });
  it('from a fixed price', () => {
    expect(sold({ kind: 'fixed', unitPrice: '80' })).toEqual([
      { step: 'fixed', rule: 'fixed', basis: 'list', rate: null, amount: '80' },
      quantity,
    ]);
  });
  it('from the buy price with a markup', () => {
    expect(sold({ kind: 'markup', percent: '30' })).toEqual([
      { step: 'markup', rule: 'markup', basis: 'buy', rate: '30', amount: null },
      quantity,
    ]);
  });
  it('from the buy price with a margin, whatever decimals it has', () => {
    expect(sold({ kind: 'margin', percent: '37.5' })).toEqual([
      { step: 'margin', rule: 'margin', basis: 'buy', rate: '37.5', amount: null },
      quantity,
    ]);
    const { sellUnit } = amountsOf(
      price({ quote: { items: lines({ sell: { kind: 'margin', percent: '37.5' } }) } }),
    );
    expect(sellUnit).toBe('160.00');
  });
  it('a part of a bundle: the bundle’s discount before its own', () => {
    const bundle = aBundle([{ sku: 'PART', kind: 'required' }], { discountCascades: true });
    const component = { parentId: 'line-1', optionId: 'option-1' };
    const items = lines(
      { sku: 'KIT', discountPercent: '4' },
      { sku: 'PART', component, discountPercent: '2' },
    );
    const products = [{ sku: 'KIT', product: { bundle } }, { sku: 'PART' }];
    expect(saidBy({ quote: { items }, products }, 1).slice(1, 3)).toEqual([
      { step: 'bundle-discount', rule: 'bundle', basis: 'running', rate: '4', amount: null },
      { step: 'line-discount', rule: 'manual', basis: 'running', rate: '2', amount: null },
    ]);
  });
});

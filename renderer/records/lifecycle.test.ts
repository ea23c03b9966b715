import { describe, expect, it } from 'vitest';
import { currentFirst, lifecycleOf } from './lifecycle';

const always = { orderableFrom: null, orderableUntil: null };
const soon = { orderableFrom: '2026-12-01', orderableUntil: null };
const gone = { orderableFrom: null, orderableUntil: '2026-11-21' };

describe('whether a product can be ordered', () => {
  it('from its first day on, and no more on the day it ends', () => {
    expect(lifecycleOf(always, '2026-11-21')).toBe('current');
    expect(lifecycleOf(soon, '2026-11-30')).toBe('early');
    expect(lifecycleOf(soon, '2026-12-01')).toBe('current');
    expect(lifecycleOf(gone, '2026-11-20')).toBe('current');
    expect(lifecycleOf(gone, '2026-11-21')).toBe('ended');
  });

  it('what cannot be ordered comes after what can, each in its order, except the one that was asked for', () => {
    const hits = [
      { sku: 'asked', product: gone },
      { sku: 'gone', product: gone },
      { sku: 'first', product: always },
      { sku: 'soon', product: soon },
      { sku: 'second', product: always },
    ];
    const order = currentFirst(hits, '2026-11-21', ({ sku }) => sku === 'asked');
    expect(order.map(({ sku }) => sku)).toEqual(['asked', 'first', 'second', 'gone', 'soon']);
  });
});

import { describe, expect, it } from 'vitest';
import { marginOf } from './order-margin';

describe('PR-23 margin = sell - buy, exactly', () => {
  it.each([
    ['200.00', '150.00', '50'],
    ['0.30', '0.10', '0.2'],
    ['100.00', '120.50', '-20.5'],
    ['0.00', '0.00', '0'],
    ['9007199254740993.01', '0.01', '9007199254740993'],
    ['10.00', '-5.00', '15'],
  ])('%s - %s = %s', (sell, buy, margin) => expect(marginOf(sell, buy)).toBe(margin));
});

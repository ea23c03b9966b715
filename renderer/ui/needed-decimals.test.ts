import { describe, expect, it } from 'vitest';
import { neededDecimals } from './needed-decimals';

describe('PR-3 round figures', () => {
  it.each(['12500', '12500.00', '0', '-3.0'])('%s needs no decimals', (value) => {
    expect(neededDecimals(value)).toBe(0);
  });
  it.each(['12500.5', '0.01', '-3.10'])('%s keeps its decimals', (value) => {
    expect(neededDecimals(value)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { allocate } from './allocate';
import { add, compare, divide, subtract, zero } from './exact';
import { fromMinor, toMinor } from './minor-units';
import { decimal } from './parse-decimal';
import { powerOfTen } from './power-of-ten';
import { halfEven, halfUp, down, rounding, up } from './round';

describe('PR-1 exact arithmetic', () => {
  it('adds and takes away what has one denominator without a longer one', () => {
    expect(add({ n: 1n, d: 10n }, { n: 2n, d: 10n })).toEqual({ n: 3n, d: 10n });
    expect(subtract({ n: 1n, d: 10n }, { n: 2n, d: 10n })).toEqual({ n: -1n, d: 10n });
  });
  it('keeps the denominator positive, whatever is divided by', () => {
    expect(divide(decimal('1'), decimal('2')).d).toBe(2n);
    expect(divide(decimal('1'), decimal('-2')).d).toBe(2n);
  });
  it('orders', () => {
    expect(compare(decimal('1'), decimal('2'))).toBeLessThan(0);
    expect(compare(decimal('2'), decimal('1.5'))).toBeGreaterThan(0);
    expect(compare(decimal('0.5'), { n: 1n, d: 2n })).toBe(0);
  });
  it('has powers of ten of any size', () => {
    expect(powerOfTen(0)).toBe(1n);
    expect(powerOfTen(9)).toBe(1_000_000_000n);
    expect(powerOfTen(45)).toBe(BigInt(`1${'0'.repeat(45)}`));
  });
  it('says what it refuses', () => {
    expect(() => divide(decimal('1'), zero)).toThrow('Division by zero');
    expect(() => decimal('1,5')).toThrow('Not a decimal: 1,5');
    expect(() => allocate(1n, [])).toThrow('Nothing to allocate to');
    expect(() => allocate(1n, [-1n])).toThrow('Cannot allocate a negative');
  });
});

describe('PR-2 a named mode', () => {
  it('is the function of that name', () => {
    expect(['half-up', 'half-even', 'up', 'down'].map((mode) => rounding(mode as 'up'))).toEqual([
      halfUp,
      halfEven,
      up,
      down,
    ]);
    expect(() => rounding('sideways' as 'up')).toThrow('sideways');
  });
  it('gives whole minor units, and they are an exact amount again', () => {
    expect(fromMinor(12_345n, 2)).toEqual({ n: 12_345n, d: 100n });
    expect(toMinor(fromMinor(-7n, 3), 3, 'half-even')).toBe(-7n);
  });
});

describe('PR-4 ties', () => {
  it('go to the lines in their order, however many there are', () => {
    const parts = allocate(
      25n,
      Array.from({ length: 50 }, () => 3n),
    );
    expect(parts).toEqual(Array.from({ length: 50 }, (_, index) => (index < 25 ? 1n : 0n)));
  });
});

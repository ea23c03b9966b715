import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { allocate } from './allocate';

describe('PR-4 allocation', () => {
  it('example 7: 100.00 over three equal lines is 33.34, 33.33, 33.33', () => {
    expect(allocate(10_000n, [1n, 1n, 1n])).toEqual([3_334n, 3_333n, 3_333n]);
  });
  it('gives what is left to the largest remainder, not to the first', () => {
    // Shares of 10 over 1:1:4 are 1.67, 1.67, 6.67: equal remainders, so the first two get one more.
    expect(allocate(10n, [1n, 1n, 4n])).toEqual([2n, 2n, 6n]);
    // Of 7 over 2:5:6 they are 1.08, 2.69, 3.23.
    expect(allocate(7n, [2n, 5n, 6n])).toEqual([1n, 3n, 3n]);
  });
  it('splits evenly over weights that are all zero', () => {
    expect(allocate(5n, [0n, 0n])).toEqual([3n, 2n]);
  });
  it('gives nothing to nobody, and refuses to lose something', () => {
    expect(allocate(0n, [])).toEqual([]);
    expect(() => allocate(1n, [])).toThrow(RangeError);
  });
  it('refuses negatives', () => {
    expect(() => allocate(-1n, [1n])).toThrow(RangeError);
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
  });

  const amounts = fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 40 });
  it('sums exactly to what was allocated, each part within one unit of its exact share', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), amounts, (total, weights) => {
        const parts = allocate(total, weights);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(total);
        const sum = weights.reduce((a, b) => a + b, 0n);
        if (sum === 0n) return;
        parts.forEach((part, index) => {
          const off = part * sum - total * (weights[index] ?? 0n);
          expect(off < sum && -off < sum).toBe(true);
        });
      }),
    );
  });
  it('never takes more from a line than it has, when no more is allocated than there is', () => {
    fc.assert(
      fc.property(amounts, fc.bigInt(0n, 100n), (lines, percent) => {
        const sum = lines.reduce((a, b) => a + b, 0n);
        const parts = allocate((sum * percent) / 100n, lines);
        expect(parts.every((part, index) => part >= 0n && part <= (lines[index] ?? 0n))).toBe(
          sum > 0n || percent >= 0n,
        );
      }),
    );
  });
});

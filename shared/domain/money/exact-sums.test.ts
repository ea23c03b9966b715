import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, zero, type Exact } from './exact';
import { decimal } from './parse-decimal';

const exact = (n: number, d: number): Exact => ({ n: BigInt(n), d: BigInt(d) });

describe('PR-1 sums', () => {
  it('of decimals are no longer than the longest of them', () => {
    expect(add(exact(15, 10), exact(225, 100))).toEqual(exact(375, 100));
    expect(add(exact(225, 100), exact(15, 10))).toEqual(exact(375, 100));
    expect(add(exact(1, 3), exact(1, 4))).toEqual(exact(7, 12));
    const many = Array.from({ length: 1_000 }, (_, index) => ['1.5', '2', '2.25', '3.125'][index % 4] ?? '0');
    expect(many.map(decimal).reduce(add, zero)).toEqual(exact(2_218_750, 1_000));
  });
  it('are the same however the terms are written', () => {
    const small = fc.record({ n: fc.bigInt(-999n, 999n), d: fc.bigInt(1n, 60n) });
    fc.assert(
      fc.property(small, small, fc.bigInt(1n, 12n), (a, b, by) => {
        const sum = add(a, b);
        expect(sum.n * a.d * b.d).toBe((a.n * b.d + b.n * a.d) * sum.d);
        expect(compare(add({ n: a.n * by, d: a.d * by }, b), sum)).toBe(0);
        expect(compare(add(b, a), sum)).toBe(0);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { down, halfEven, halfUp, rounding, up } from './round';
import { roundingModeSchema } from './rounding-mode';

/** A tenth, so that a tie is easy to read: 25 is 2.5. */
const tenths = (round: (n: bigint, d: bigint) => bigint) =>
  [-35n, -25n, -24n, -21n, 0n, 21n, 24n, 25n, 26n, 30n, 35n].map((n) => Number(round(n, 10n)));

describe('PR-2 rounding modes', () => {
  it('half-up goes away from zero at the tie', () => {
    expect(tenths(halfUp)).toEqual([-4, -3, -2, -2, 0, 2, 2, 3, 3, 3, 4]);
  });
  it('half-even goes to the even neighbour at the tie', () => {
    expect(tenths(halfEven)).toEqual([-4, -2, -2, -2, 0, 2, 2, 2, 3, 3, 4]);
  });
  it('up goes away from zero', () => {
    expect(tenths(up)).toEqual([-4, -3, -3, -3, 0, 3, 3, 3, 3, 3, 4]);
  });
  it('down goes towards zero', () => {
    expect(tenths(down)).toEqual([-3, -2, -2, -2, 0, 2, 2, 2, 2, 3, 3]);
  });

  const quotient = fc.tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 12n));
  it.each(roundingModeSchema.options)('%s is never a whole unit away, and odd about zero', (mode) => {
    fc.assert(
      fc.property(quotient, ([n, d]) => {
        const rounded = rounding(mode)(n, d);
        const off = rounded * d - n;
        expect(off < d && -off < d).toBe(true);
        expect(rounding(mode)(-n, d)).toBe(-rounded);
      }),
    );
  });
  it('half-up and half-even are never more than half a unit away', () => {
    fc.assert(
      fc.property(quotient, fc.constantFrom(halfUp, halfEven), ([n, d], round) => {
        const off = round(n, d) * d - n;
        expect((off < 0n ? -off : off) * 2n <= d).toBe(true);
      }),
    );
  });
});

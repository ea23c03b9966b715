import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, zero } from '../money/exact';
import { formatExact } from '../money/format-decimal';
import { decimal } from '../money/parse-decimal';
import { rampLayers } from './ramp-layers';

const shown = (runs: Parameters<typeof rampLayers>[0]) =>
  rampLayers(runs).map(({ quantity, fromMonth, toMonth }) => [formatExact(quantity), fromMonth, toMonth]);

describe('PR-143 a ramp as layers of units', () => {
  it('has what stays all along, what comes on top, and what ends on the way', () => {
    const runs = [
      { months: 6, quantity: '10' },
      { months: 6, quantity: '25' },
      { months: 12, quantity: '20' },
    ];
    expect(shown(runs)).toEqual([
      ['10', 0, 24],
      ['10', 6, 24],
      ['5', 6, 12],
    ]);
  });
  it('is nothing where nothing runs', () => expect(shown([{ months: 3, quantity: '0' }])).toEqual([]));

  it('comes in every month to what its run says', () => {
    const run = fc.record({
      months: fc.integer({ min: 1, max: 4 }),
      quantity: fc.constantFrom('0', '0.5', '1', '2', '7'),
    });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 8 }), (runs) => {
        const layers = rampLayers(runs);
        const monthly = runs.flatMap(({ months, quantity }) =>
          Array.from({ length: months }, () => quantity),
        );
        for (const [month, quantity] of monthly.entries()) {
          const running = layers
            .filter(({ fromMonth, toMonth }) => fromMonth <= month && month < toMonth)
            .map((layer) => layer.quantity)
            .reduce(add, zero);
          expect(compare(running, decimal(quantity))).toBe(0);
        }
        for (const { quantity, fromMonth, toMonth } of layers) {
          expect(quantity.n > 0n && toMonth > fromMonth).toBe(true);
        }
      }),
    );
  });
});

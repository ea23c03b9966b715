import { describe, expect, it } from 'vitest';
import { formatExact } from '../money/format-decimal';
import { decimal } from '../money/parse-decimal';
import { ascending, reachedBand, slabsOf } from './bands';

const bands = ascending(
  [
    { from: '11', price: '2' },
    { from: '0.5', price: '3' },
    { from: '10.5', price: '9' },
    { from: '21', price: '1' },
  ],
  ({ price }) => price,
);
const slabs = (quantity: string) => {
  const found = slabsOf(bands, decimal(quantity));
  return [
    formatExact(found.below),
    ...found.slabs.map(({ units, band }) => `${formatExact(units)} at ${band.text}`),
  ];
};

describe('bands (PR-11, PR-115)', () => {
  it('are reached at their bound, whatever their order', () => {
    const reached = (quantity: string) => reachedBand(bands, decimal(quantity))?.text;
    expect(['0.499', '0.5', '10.499', '10.5', '11', '20.999', '21'].map(reached)).toEqual([
      undefined,
      '3',
      '3',
      '9',
      '2',
      '2',
      '1',
    ]);
  });
  it('have the units of their numbers; two that begin with the same unit leave it to the higher', () => {
    expect(slabs('0.2')).toEqual(['0', '0.2 at 3']);
    expect(slabs('10')).toEqual(['0', '10 at 3']);
    expect(slabs('10.25')).toEqual(['0', '10 at 3', '0.25 at 2']);
    expect(slabs('25')).toEqual(['0', '10 at 3', '10 at 2', '5 at 1']);
  });
  it('leave what is before the first', () => {
    const late = slabsOf(bands.slice(2), decimal('12'));
    expect([formatExact(late.below), late.slabs.length]).toEqual(['10', 1]);
    const few = slabsOf(bands.slice(2), decimal('4'));
    expect([formatExact(few.below), few.slabs.length]).toEqual(['4', 0]);
    expect(formatExact(slabsOf([], decimal('4')).below)).toBe('4');
  });
});

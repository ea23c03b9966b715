import { describe, expect, it } from 'vitest';
import { decimal } from '../money/parse-decimal';
import { nextBand, type BandsOfLine } from './next-band';
import type { PriceBands, VolumeSchedule } from './volume-bands';

const schedule = (changes: Partial<VolumeSchedule> = {}): VolumeSchedule => ({
  id: 's',
  scope: 'line',
  family: null,
  bands: [
    { from: '10', percent: '5' },
    { from: '50', percent: '8' },
  ],
  ...changes,
});
const next = (line: string, changes: Partial<BandsOfLine> = {}, family = line) =>
  nextBand({
    schedules: [schedule()],
    entry: undefined,
    family: 'Licences',
    quantity: { line: decimal(line), family: decimal(family) },
    ...changes,
  });

describe('QUO-6 the next band', () => {
  it('five more units reach the next band, and all units gain', () => {
    expect(next('5')).toEqual({
      more: '5',
      from: '10',
      scope: 'line',
      gain: { kind: 'percent', percent: '5', units: 'all' },
    });
  });
  it('a band reached exactly is reached; after the last one there is none', () => {
    expect(next('10')?.from).toBe('50');
    expect(next('50')).toBeNull();
  });
  it('parts of units are exact', () => {
    expect(next('9.875')?.more).toBe('0.125');
  });
  it('counts the family where the schedule does', () => {
    expect(next('5', { schedules: [schedule({ scope: 'family' })] }, '44')).toMatchObject({
      more: '6',
      scope: 'family',
    });
  });
  it('a slab gains for the units above only', () => {
    expect(next('5', { schedules: [schedule({ kind: 'slab' })] })?.gain).toMatchObject({ units: 'above' });
  });
  it('a schedule of the family stands before one for all', () => {
    const own = schedule({ family: 'Licences', bands: [{ from: '100', percent: '2' }] });
    expect(next('5', { schedules: [schedule(), own] })?.from).toBe('100');
  });
  it('a band that gives no more than what is reached is no gain', () => {
    const worse = schedule({
      bands: [
        { from: '1', percent: '9' },
        { from: '10', percent: '5' },
      ],
    });
    expect(next('5', { schedules: [worse] })).toBeNull();
  });
});

describe('QUO-6 the next price of the entry itself', () => {
  const bands = (kind: 'range' | 'slab'): PriceBands => ({
    kind,
    scope: 'line',
    bands: [
      { from: '1', price: '10.00' },
      { from: '20', price: '9.00' },
      { from: '40', price: '9.50' },
    ],
  });
  const entry = (of: PriceBands) => ({ schedules: [], entry: { bands: of } });

  it.each([
    ['range', 'all'],
    ['slab', 'above'],
  ] as const)('%s: the lower price is for %s units', (kind, units) => {
    expect(next('15', entry(bands(kind)))).toMatchObject({
      more: '5',
      gain: { kind: 'price', price: '9.00', units },
    });
  });
  it('a dearer band is no gain', () => {
    expect(next('20', entry(bands('range')))).toBeNull();
  });
  it('a block names the price of the whole block', () => {
    const block: PriceBands = {
      kind: 'block',
      scope: 'line',
      bands: [
        { from: '1', price: '100.00' },
        { from: '26', price: '180.00' },
      ],
      overage: null,
    };
    expect(next('20', entry(block))).toMatchObject({ more: '6', gain: { kind: 'block', price: '180.00' } });
  });
  it('of the entry and the schedules the nearest is told', () => {
    expect(next('8', { entry: { bands: bands('range') } })).toMatchObject({ from: '10' });
    expect(next('15', { entry: { bands: bands('range') } })).toMatchObject({ from: '20' });
  });
});

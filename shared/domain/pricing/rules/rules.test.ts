import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../partner/partner';
import { amountsOf, anAgreement, lines, price } from '../../quote/quote.test-kit';
import type { PricingPolicy } from '../policy';
import type { VolumeSchedule } from '../volume-bands';

const cloud = { sku: 'CLOUD-1', product: { family: 'Cloud' } };
const licence = { sku: 'LIC-1' };
const licence2 = { sku: 'LIC-2' };
const products = [cloud, licence, licence2];
const oneOfEach = lines({ sku: 'CLOUD-1' }, { sku: 'LIC-1' }, { sku: 'LIC-2' });

const buyOfEach = (situation: { policy?: Partial<PricingPolicy>; agreements?: Agreement[] }) => {
  const priced = price({ products, quote: { items: oneOfEach }, ...situation });
  return priced.lines.map((_, index) => amountsOf(priced, index).buyLine);
};

describe('tier (PR-20)', () => {
  it('PR-104 the discount for a family stands before the one for all, even when smaller', () => {
    const tierDiscounts: PricingPolicy['tierDiscounts'] = [
      { tier: 'gold', family: null, percent: '20' },
      { tier: 'gold', family: 'Cloud', percent: '5' },
      { tier: 'platinum', family: null, percent: '40' },
    ];
    expect(buyOfEach({ policy: { tierDiscounts } })).toEqual(['95.00', '80.00', '80.00']);
  });
});

describe('agreement (PR-20)', () => {
  const all = { sku: null, family: null, percent: '30' };
  const family = { sku: null, family: 'Licences', percent: '20' };
  const sku = { sku: 'LIC-2', family: null, percent: '10' };

  it('PR-104 SKU stands before family before all, across agreements', () => {
    const agreements = [
      anAgreement({ id: 'a', discounts: [all] }),
      anAgreement({ id: 'b', discounts: [family, sku] }),
    ];
    expect(buyOfEach({ agreements })).toEqual(['70.00', '80.00', '90.00']);
  });
  it('PR-104 of two equally specific ones the larger applies, and is named', () => {
    const agreements = [
      anAgreement({ id: 'a', name: 'Old', discounts: [all] }),
      anAgreement({ id: 'b', name: 'New', discounts: [{ ...all, percent: '31' }] }),
    ];
    const priced = price({ agreements });
    expect(amountsOf(priced).buySteps[1]).toMatchObject({ rule: 'New', rate: '31', after: '69.00' });
  });
  it('PR-30 applies on its first day and not on the day that ends it', () => {
    const buyOn = (pricingDate: string) =>
      amountsOf(
        price({
          quote: { pricingDate },
          agreements: [anAgreement({ validFrom: '2026-02-10', validUntil: '2026-03-10', discounts: [all] })],
        }),
      ).buyLine;
    expect(['2026-02-09', '2026-02-10', '2026-03-09', '2026-03-10'].map(buyOn)).toEqual([
      '100.00',
      '70.00',
      '70.00',
      '100.00',
    ]);
  });
  it("PR-22 another partner's agreement counts for nothing", () => {
    expect(buyOfEach({ agreements: [anAgreement({ partnerId: 'partner-2' })] })).toEqual([
      '100.00',
      '100.00',
      '100.00',
    ]);
  });
});

describe('volume (PR-11 range)', () => {
  const schedule = (changes: Partial<VolumeSchedule> = {}): VolumeSchedule => ({
    id: 'volume',
    scope: 'line',
    family: null,
    bands: [
      { from: '50', percent: '10' },
      { from: '10', percent: '5' },
    ],
    ...changes,
  });
  const buyUnits = (items: ReturnType<typeof lines>, ...volumeSchedules: VolumeSchedule[]) => {
    const priced = price({ products, quote: { items }, policy: { volumeSchedules } });
    return priced.lines.map((_, index) => amountsOf(priced, index).buyUnit);
  };

  it('the bound belongs to its band, whatever the order of the bands', () => {
    const at = (quantity: string) => buyUnits(lines({ quantity }), schedule())[0];
    expect(['9.999', '10', '49', '50', '1000000'].map(at)).toEqual([
      '100.00',
      '95.00',
      '95.00',
      '90.00',
      '90.00',
    ]);
  });
  it('scope line counts each line alone, scope family the family across the quote', () => {
    const items = lines(
      { sku: 'LIC-1', quantity: '6' },
      { sku: 'LIC-2', quantity: '4' },
      { sku: 'CLOUD-1', quantity: '6' },
    );
    expect(buyUnits(items, schedule())).toEqual(['100.00', '100.00', '100.00']);
    expect(buyUnits(items, schedule({ scope: 'family' }))).toEqual(['95.00', '95.00', '100.00']);
  });
  it('PR-105 optional lines do not lift the family, but count on top for themselves', () => {
    const items = lines(
      { sku: 'LIC-1', quantity: '6' },
      { sku: 'LIC-2', quantity: '4', optional: true },
      { sku: 'LIC-2', quantity: '3', optional: true },
    );
    expect(buyUnits(items, schedule({ scope: 'family' }))).toEqual(['100.00', '95.00', '100.00']);
  });
  it('PR-105 a line without a price does not lift the family', () => {
    const items = lines({ sku: 'LIC-1', quantity: '6' }, { sku: 'GONE', quantity: '4' });
    const priced = price({
      quote: { items },
      policy: { volumeSchedules: [schedule({ scope: 'family' })] },
    });
    expect(amountsOf(priced).buyUnit).toBe('100.00');
  });
  it("PR-104 a family's own schedule stands before the general one, even where it gives nothing", () => {
    const own = schedule({ id: 'cloud', family: 'Cloud', bands: [{ from: '100', percent: '50' }] });
    const items = lines({ sku: 'CLOUD-1', quantity: '20' }, { sku: 'LIC-1', quantity: '20' });
    expect(buyUnits(items, schedule(), own)).toEqual(['100.00', '95.00']);
  });
});

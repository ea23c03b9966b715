import { describe, expect, it } from 'vitest';
import type { PriceBook } from '../pricing/price-book';
import type { PricingPolicy } from '../pricing/policy';
import { aBook, amountsOf, anEntry, aPolicy, lines, price, type Situation } from './quote.test-kit';

const tier = (percent: string): Partial<PricingPolicy> => ({
  tierDiscounts: [{ tier: 'gold', family: null, percent }],
});
const older = (changes: Parameters<typeof aBook>[0] = {}): PriceBook =>
  aBook({ version: 2, name: 'Gold EUR 2025', policy: aPolicy(tier('30')), ...changes }, [
    anEntry({ list: '90.00', validUntil: '2026-03-20' }),
  ]);

/** "LIC-1" is 100.00 less 20 % in version 3, and was 90.00 less 30 % in version 2. */
const kept = (book: PriceBook | undefined = older(), more: Situation = {}) =>
  price({
    policy: tier('20'),
    olderBook: (version) => (version === 2 ? book : undefined),
    ...more,
    quote: { items: lines({ keptVersion: 2 }, {}), expiresOn: '2026-12-31', ...more.quote },
  });

describe('PR-32 a line that kept an older version’s price', () => {
  it('is priced from that version: its entry, its policy’s steps, its name', () => {
    const priced = kept();
    expect(amountsOf(priced, 0)).toMatchObject({ listUnit: '90.00', buyUnit: '63.00' });
    expect(amountsOf(priced, 0).buySteps[0]?.rule).toBe('Gold EUR 2025 v2');
    expect(amountsOf(priced, 1)).toMatchObject({ listUnit: '100.00', buyUnit: '80.00' });
    expect(priced.source).toMatchObject({ version: 3, name: 'Gold EUR' });
  });
  it('rounds as that version does; the quote’s discount, tax and floors stay with the quote’s own', () => {
    const book = older({
      policy: aPolicy({
        rounding: { unit: null, line: 'up', tax: 'up' },
        maxManualDiscount: { rep: '0', manager: '0' },
      }),
    });
    const priced = kept(book, {
      quote: {
        items: lines({ keptVersion: 2, quantity: '0.3333' }),
        discountPercent: '10',
        expiresOn: '2026-12-31',
      },
    });
    // 29.997 up to 30.00, less 3.00; tax of 6.21 half-up.
    expect(priced.totals).toMatchObject({ quoteDiscount: '3.00', sell: '27.00', tax: '6.21' });
    expect(priced.breaches).toEqual([]);
  });
  it('shares its family’s volume with lines of the newer one', () => {
    const volumeSchedules: PricingPolicy['volumeSchedules'] = [
      { id: 'volume', scope: 'family', family: null, bands: [{ from: '2', percent: '50' }] },
    ];
    const priced = kept(older({ policy: aPolicy({ volumeSchedules }) }));
    expect(amountsOf(priced, 0).buyUnit).toBe('45.00');
  });
  it('PR-31 the quote then also ends with that version and its entry', () => {
    expect(kept().validity).toEqual({ until: '2026-03-20', because: 'price-entry', name: 'LIC-1' });
    expect(kept(older({ validUntil: '2026-03-10' })).validity).toEqual({
      until: '2026-03-10',
      because: 'price-book',
      name: 'Gold EUR 2025',
    });
  });
  it('PR-30 must be in force on the pricing date', () => {
    const [line] = kept(older({ validUntil: '2026-03-01' })).lines;
    expect(line).toMatchObject({ problem: { type: 'price-ended', until: '2026-03-01' } });
  });
  it('without that version there is no price; nothing is guessed', () => {
    const missing = { problem: { type: 'kept-version-missing', version: 2 } };
    for (const book of [older({ version: 1 }), older({ bookId: 'another' })]) {
      expect(kept(book).lines[0]).toMatchObject(missing);
    }
    expect(price({ quote: { items: lines({ keptVersion: 2 }) } }).lines[0]).toMatchObject(missing);
    expect(kept(older(), { olderBook: () => undefined }).lines[0]).toMatchObject(missing);
  });
  it('keeping the version that the quote has is nothing special', () => {
    const priced = price({ quote: { items: lines({ keptVersion: 3 }, { keptVersion: null }) } });
    expect(priced.lines.map(({ status }) => status)).toEqual(['priced', 'priced']);
  });
});

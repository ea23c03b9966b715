import { describe, expect, it } from 'vitest';
import { anEntry } from '#shared/domain/quote/quote.test-kit';
import { raisePrices } from './raise-prices';

describe('raising prices', () => {
  it.each([
    ['100.00', '5', '105.00'],
    ['100.00', '-2.5', '97.50'],
    // Half-up at the price's own decimals.
    ['0.0101', '50', '0.0152'],
    ['33.33', '1', '33.66'],
    // A whole number gets the currency's decimals.
    ['99', '1', '99.99'],
    ['10.00', '0', '10.00'],
  ])('PR-2, PR-183 %s raised by %s %% is %s', (list, percent, raised) => {
    expect(raisePrices(anEntry({ list }), percent, 'EUR').list).toBe(raised);
  });

  it('PR-2 a currency without a minor unit gets no decimals', () => {
    expect(raisePrices(anEntry({ list: '101' }), '1', 'JPY').list).toBe('102');
  });

  it('PR-11, PR-24 bands, overage, minimum price and partner price go along; what it costs the vendor does not', () => {
    const entry = anEntry({
      list: '3.00',
      bands: { kind: 'block', scope: 'line', bands: [{ from: '1', price: '1.00' }], overage: '0.50' },
      minimumPrice: '2.00',
      partnerPrice: '1.50',
      cost: '1.00',
    });
    expect(raisePrices(entry, '10', 'EUR')).toEqual({
      ...entry,
      list: '3.30',
      bands: { kind: 'block', scope: 'line', bands: [{ from: '1', price: '1.10' }], overage: '0.55' },
      minimumPrice: '2.20',
      partnerPrice: '1.65',
    });
  });
});

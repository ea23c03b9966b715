import { describe, expect, it } from 'vitest';
import { aLine, aQuote } from '../a-quote.test-kit';
import { changeCurrency, newerRate } from './change-currency';

const book = {
  currency: 'EUR',
  exchangeRates: [
    { currency: 'PLN', rate: '4.25', date: '2026-11-18' },
    { currency: 'PLN', rate: '4.2875', date: '2026-11-20' },
    { currency: 'JPY', rate: '163.4', date: '2026-11-20' },
  ],
};
const fixed = (unitPrice: string) => aLine({ sell: { kind: 'fixed', unitPrice } });
const inEuro = aQuote({ items: [fixed('100.00'), aLine({ id: 'line-2' })] });

describe('PR-5 changing the currency of a quote', () => {
  it('freezes the newest rate and takes typed prices along', () => {
    expect(changeCurrency(inEuro, book, 'PLN')).toEqual([
      {
        name: 'editQuote',
        args: {
          id: 'quote-1',
          changes: { currency: 'PLN', exchangeRate: { rate: '4.2875', date: '2026-11-20' } },
        },
      },
      {
        name: 'editQuoteItems',
        args: {
          id: 'quote-1',
          edits: [{ itemId: 'line-1', changes: { sell: { kind: 'fixed', unitPrice: '428.75' } } }],
        },
      },
    ]);
  });

  it('rounds typed prices to what the new currency can carry', () => {
    const [, edit] = changeCurrency(inEuro, book, 'JPY');
    expect(edit).toMatchObject({ args: { edits: [{ changes: { sell: { unitPrice: '16340' } } }] } });
  });

  it('goes by the frozen rates from one foreign currency to another, and back to the own without one', () => {
    const inZloty = aQuote({
      currency: 'PLN',
      exchangeRate: { rate: '4.2875', date: '2026-11-20' },
      items: [fixed('428.75')],
    });
    expect(changeCurrency(inZloty, book, 'EUR')).toMatchObject([
      { args: { changes: { currency: 'EUR', exchangeRate: null } } },
      { args: { edits: [{ changes: { sell: { unitPrice: '100.00' } } }] } },
    ]);
    expect(changeCurrency(inZloty, book, 'JPY')[1]).toMatchObject({
      args: { edits: [{ changes: { sell: { unitPrice: '16340' } } }] },
    });
  });

  it('offers a later rate of the same book, never the one it has', () => {
    const frozen = { currency: 'PLN', exchangeRate: { rate: '4.25', date: '2026-11-18' } };
    expect(newerRate(book, frozen)).toEqual({ rate: '4.2875', date: '2026-11-20' });
    expect(newerRate(book, { ...frozen, exchangeRate: { rate: '4.2875', date: '2026-11-20' } })).toBeNull();
    expect(newerRate(book, { currency: 'EUR', exchangeRate: null })).toBeNull();
  });
});

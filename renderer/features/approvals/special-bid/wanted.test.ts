import { describe, expect, it } from 'vitest';
import { noTerms } from '#shared/domain/pricing/partner-terms';
import { aQuote, lines } from '#shared/domain/quote/quote.test-kit';
import { asIfGranted, readWanted } from './wanted';

const quote = aQuote({ items: lines({ sku: 'LIC-1', quantity: '5' }, { sku: 'LIC-2' }) });

describe('PR-20 asking for special prices', () => {
  it('reads the price of each chosen line as it is typed in the person’s language', () => {
    const read = readWanted(quote, new Set(['line-1']), { 'line-1': '1 234,50', 'line-2': 'kept' }, 'pl');
    expect(read.wanted).toEqual([{ lineId: 'line-1', sku: 'LIC-1', quantity: '5', unitPrice: '1234.5' }]);
    expect(read.problems.size).toBe(0);
  });

  it('a chosen line needs a price, and says what is wrong with it', () => {
    const read = readWanted(quote, new Set(['line-1', 'line-2']), { 'line-1': 'cheap' }, 'en');
    expect(read.wanted).toEqual([]);
    expect([...read.problems]).toEqual([
      ['line-1', 'not-a-number'],
      ['line-2', 'empty'],
    ]);
  });

  it('PR-5 tries the prices out in the book’s currency', () => {
    const wanted = [{ lineId: 'line-1', sku: 'LIC-1', quantity: '5', unitPrice: '10' }];
    const trial = (rate: string | null) =>
      asIfGranted(quote, noTerms, wanted, rate).terms.specialBids[0]?.terms[0]?.price;
    expect(trial(null)).toEqual({ kind: 'net', unitPrice: '10' });
    expect(trial('4.3')).toEqual({ kind: 'net', unitPrice: '2.325581' });
    expect(quote.specialBidId).toBeUndefined();
  });
});

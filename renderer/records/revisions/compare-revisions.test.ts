import { describe, expect, it } from 'vitest';
import { priceQuote } from '#shared/domain/quote/price-quote';
import { aLine, aPricing } from '#shared/domain/quote/quote.test-kit';
import type { Quote, QuoteLine } from '#shared/domain/quote/quote';
import { compareRevisions, difference, type Revision } from './compare-revisions';

const revision = (items: readonly QuoteLine[], changes: Partial<Quote> = {}): Revision => {
  const pricing = aPricing({ quote: { items: [...items], ...changes } });
  return { quote: pricing.quote, priced: priceQuote(pricing) };
};
const a = aLine({ id: 'a', quantity: '2' });
const b = aLine({ id: 'b' });
const c = aLine({ id: 'c' });

describe('QUO-2 comparing two revisions', () => {
  it('names lines that were added, removed, changed and left as they were, in the order of the later one', () => {
    const { lines } = compareRevisions(
      revision([a, b, c]),
      revision([{ ...c, quantity: '5' }, aLine({ id: 'd' }), a]),
    );
    expect(lines.map(({ lineId, kind }) => `${lineId} ${kind}`)).toEqual([
      'c changed',
      'd added',
      'a same',
      'b removed',
    ]);
  });

  it('the differences of the lines sum to that of the net totals', () => {
    const left = revision([a, b, c], { discountPercent: '0' });
    const right = revision([
      { ...a, discountPercent: '10' },
      { ...c, optional: true },
      aLine({ id: 'd', quantity: '7' }),
    ]);
    const { lines } = compareRevisions(left, right);
    const sum = lines.reduce((total, line) => total + Number(line.difference), 0);
    const totals = difference(left.priced?.totals.sell ?? '', right.priced?.totals.sell ?? '');
    expect(sum.toFixed(2)).toBe(Number(totals).toFixed(2));
  });

  it('a price that came from another version of the book is a change', () => {
    const left = revision([a]);
    const right: Revision = { ...left, priced: null };
    expect(compareRevisions(left, right).lines[0]).toMatchObject({ kind: 'changed', difference: null });
  });

  it('names the header fields that differ; one that older quotes lack is the same as an empty one', () => {
    const left = revision([a], { terms: 'Net 30' });
    const right = revision([a], { terms: 'Net 14', contractId: null, expiresOn: '2027-01-01' });
    expect(compareRevisions(left, right).header).toEqual(['expiresOn', 'terms']);
  });

  it('takes no difference between two currencies', () => {
    const { quote, priced } = revision([a]);
    const other: Revision = { quote: { ...quote, currency: 'PLN' }, priced };
    expect(compareRevisions({ quote, priced }, other).lines[0]?.difference).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { aQuote } from '../a-quote.test-kit';
import { filterQuotes, noQuoteFilter, type QuoteFilter } from './quote-filter';

const quotes = [
  aQuote({ id: 'a', number: 'Q-7K2M-0001', title: 'Headquarters', accountId: 'acme' }),
  aQuote({ id: 'b', number: 'Q-7K2M-0002', title: 'Łódź office', ownerId: 'person-2', state: 'presented' }),
];
const found = (filter: Partial<QuoteFilter>): string =>
  filterQuotes(quotes, { ...noQuoteFilter, ...filter }, 'person-1', '2026-03-05', (id) =>
    id === 'acme' ? 'ACME Sp. z o.o.' : undefined,
  )
    .map(({ id }) => id)
    .join('');

describe('filtering quotes', () => {
  it('finds words of number, title and customer in any order, without accents', () => {
    expect(found({ text: 'acme 0001' })).toBe('a');
    expect(found({ text: 'OFFICE lodz' })).toBe('');
    expect(found({ text: 'office łodz' })).toBe('b');
    expect(found({ text: 'nothing' })).toBe('');
  });

  it('keeps to a state and to my own', () => {
    expect(found({ state: 'presented' })).toBe('b');
    expect(found({ whose: 'mine' })).toBe('a');
    expect(found({})).toBe('ab');
  });

  it('takes a quote that is over for expired, whatever it was', () => {
    const over = aQuote({ id: 'over', state: 'presented', expiresOn: '2026-03-05' });
    const inState = (state: QuoteFilter['state']) =>
      filterQuotes([over], { ...noQuoteFilter, state }, 'person-1', '2026-03-05', () => undefined).length;
    expect(inState('expired')).toBe(1);
    expect(inState('presented')).toBe(0);
  });

  it('puts the last changed first', () => {
    const changed = aQuote({ id: 'c', updatedAt: '2026-04-01T09:00:00.000Z' });
    const order = filterQuotes(
      [...quotes, changed],
      noQuoteFilter,
      'person-1',
      '2026-03-05',
      () => undefined,
    );
    expect(order[0]?.id).toBe('c');
  });
});

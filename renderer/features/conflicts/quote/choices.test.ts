import { describe, expect, it } from 'vitest';
import { priceQuote } from '#shared/domain/quote/price-quote';
import { aLine, aPricing, aQuote } from '#shared/domain/quote/quote.test-kit';
import { linesOf, quoteStates, type Quote } from '#shared/domain/quote/quote';
import { mutations } from '#shared/mutations/registry';
import { asNewQuote, choicesFor, replacement } from './choices';

const counter = () => {
  let next = 0;
  return () => `new-${String((next += 1))}`;
};

describe('SY-13 two versions of a quote', () => {
  it('a draft can be replaced; what somebody may have seen cannot, and what is gone neither', () => {
    const possible = (state: Quote['state']) => choicesFor(aQuote({ state })).includes('took-mine');
    expect(quoteStates.filter(possible)).toEqual(['draft']);
    expect(choicesFor(null)).toEqual(['kept-theirs', 'kept-both']);
  });

  it('my version instead carries all that I made of it, in a form the mutation takes', () => {
    const mine = aQuote({ title: 'Mine', discountPercent: '7', items: [aLine({ id: 'a', quantity: '3' })] });
    const args = mutations.replaceQuote.args.parse(replacement(mine));
    expect(args).toMatchObject({ id: mine.id, content: { title: 'Mine', discountPercent: '7' } });
    expect(linesOf(args.content)).toEqual(mine.items);
  });

  it('as a quote of its own it has another id and number, other line ids, and the same prices', () => {
    const pricing = aPricing({
      quote: {
        specialBidId: 'bid',
        items: [aLine({ id: 'a', quantity: '3', discountPercent: '5' }), aLine({ id: 'b', keptVersion: 1 })],
      },
    });
    const mine = pricing.quote;
    const fields = { id: 'q-new', number: 'Q-NEW-1', title: 'x'.repeat(250), newId: counter() };
    const copy = mutations.createQuote.args.parse(asNewQuote(mine, fields));
    expect(copy).toMatchObject({ id: 'q-new', number: 'Q-NEW-1', specialBidId: null });
    expect(copy.title).toHaveLength(200);
    expect(linesOf(copy).map(({ id }) => id)).toEqual(['new-1', 'new-2']);
    expect(linesOf(copy).map(({ keptVersion }) => keptVersion ?? null)).toEqual([null, 1]);
    const before = priceQuote({ ...pricing, quote: { ...mine, specialBidId: null } });
    const after = priceQuote({ ...pricing, quote: { ...mine, ...copy } });
    expect(after.totals).toEqual(before.totals);
  });
});

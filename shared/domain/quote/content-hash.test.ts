import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { situations } from './arbitrary-situation.test-kit';
import { contentHash } from './content-hash';
import { priceQuote } from './price-quote';
import type { Quote } from './quote';
import { aPricing, aSection, lines, type Situation } from './quote.test-kit';

const hashOf = (situation: Situation) => {
  const input = aPricing(situation);
  return contentHash(input.quote, priceQuote(input));
};
const items = lines({ quantity: '2' }, { quantity: '1', discountPercent: '5' });
const original = hashOf({ quote: { items } });
const withQuote = (changes: Partial<Quote>) => hashOf({ quote: { items, ...changes } });

/** The same value with the keys of every object in reverse. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  ) as T;
}

describe('PR-61 content hash', () => {
  it('is a SHA-256 in lower-case hex', () => {
    expect(original).toMatch(/^[0-9a-f]{64}$/);
  });
  it('PR-112 stays what it is for these figures: approvals given earlier must still verify', () => {
    expect(original).toBe('f15ca3e08cd2678bf56046c29e77f7de6348314a92d76961379abb1399572a49');
  });

  it.each<[string, Partial<Quote>]>([
    ['a quantity', { items: lines({ quantity: '3' }, { quantity: '1', discountPercent: '5' }) }],
    ['a discount', { items: lines({ quantity: '2' }, { quantity: '1', discountPercent: '6' }) }],
    ['a line less', { items: lines({ quantity: '2' }) }],
    [
      'an option',
      { items: lines({ quantity: '2' }, { quantity: '1', discountPercent: '5', optional: true }) },
    ],
    [
      'what a line is called',
      { items: lines({ quantity: '2', description: 'More' }, { discountPercent: '5' }) },
    ],
    [
      'where a price starts, though it comes out the same',
      {
        items: lines({ quantity: '2', sell: { kind: 'fixed', unitPrice: '100' } }, { discountPercent: '5' }),
      },
    ],
    ['the quote-level discount', { discountPercent: '1' }],
    ['the terms', { terms: '60 days net' }],
    ['the customer', { accountId: 'account-2' }],
    ['the expiry', { expiresOn: '2026-04-30' }],
    ['the revision', { revision: 2 }],
    ['being another quote (a copy)', { id: 'quote-2' }],
  ])('changes with %s', (_, changes) => {
    expect(withQuote(changes)).not.toBe(original);
  });
  it('changes when the buy price alone changes', () => {
    const tierDiscounts = [{ tier: 'gold', family: null, percent: '1' }] as const;
    expect(hashOf({ quote: { items }, policy: { tierDiscounts: [...tierDiscounts] } })).not.toBe(original);
  });

  it.each<[string, Partial<Quote>]>([
    ['internal notes', { internalNotes: 'Call on Monday' }],
    ['a note on a line', { items: items.map((item) => ({ ...item, note: 'Blue' })) }],
    ['the introduction', { introduction: 'Dear all' }],
    ['the title', { title: 'Other' }],
    ['a section', { items: [aSection(), ...items] }],
    ['the order of lines', { items: items.toReversed() }],
    ['the language of the document', { documentLanguage: 'pl' }],
    ['the state', { state: 'approved' }],
    ['when it was touched', { updatedAt: '2026-03-05T10:00:00.000Z' }],
    ['how a figure is written', { items: lines({ quantity: '2.0' }, { discountPercent: '5.00' }) }],
  ])('does not change with %s', (_, changes) => {
    expect(withQuote(changes)).toBe(original);
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const input = aPricing(situation);
        const priced = priceQuote(input);
        expect(contentHash(reversed(input.quote), priced)).toBe(
          contentHash(input.quote, reversed(structuredClone(priced))),
        );
      }),
      { numRuns: 50 },
    );
  });
});

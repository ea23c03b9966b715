import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { situations } from './arbitrary-situation.test-kit';
import { contentHash } from './content-hash';
import { priceQuote } from './price-quote';
import type { Quote, QuoteLine } from './quote';
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
    ['the rate', { exchangeRate: { rate: '4.2', date: '2026-03-01' } }],
    ['the contract', { contractId: 'contract-1' }],
    ['the registered deal', { dealRegistrationId: 'deal-1' }],
    ['the special bid', { specialBidId: 'bid-1' }],
    ...(
      [
        ['a bundle', { component: { parentId: 'line-2', optionId: 'a' } }],
        ['an alternative', { alternative: { group: 'group-1', chosen: true } }],
        ['a contract change', { contractChange: { contractLineId: 'c-1', action: 'renew' } }],
        ['a kept price', { keptVersion: 3 }],
        [
          'a term',
          { term: { startsOn: null, end: { kind: 'months', months: 7 }, billing: 'yearly', ramp: [] } },
        ],
      ] satisfies [string, Partial<QuoteLine>][]
    ).map(([what, change]): [string, Partial<Quote>] => [
      what,
      { items: lines({ quantity: '2', ...change }, { quantity: '1', discountPercent: '5' }) },
    ]),
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

  it('changes with every figure of every line, total, tax group and validity', () => {
    fc.assert(
      fc.property(situations, fc.nat(), (situation, at) => {
        const { quote } = aPricing(situation);
        const priced = structuredClone(priceQuote(aPricing(situation)));
        const { breaches: _, ...content } = priced;
        const leaves = pathsOf(content).filter((path) => !path.some((key) => derived.has(key)));
        const path = leaves[at % leaves.length] ?? [];
        expect(contentHash(quote, withChanged(priced, path))).not.toBe(contentHash(quote, priced));
      }),
      { numRuns: 80 },
    );
  });

  it('is the same whether a field is absent or null, and however a figure is written', () => {
    const optional = [
      'exchangeRate',
      'contractId',
      'dealRegistrationId',
      'specialBidId',
      'approval',
    ] as const;
    const ofLines = ['component', 'term', 'alternative', 'contractChange', 'keptVersion'] as const;
    const withNulls = {
      ...Object.fromEntries(optional.map((key) => [key, null])),
      items: items.map((item) => ({ ...item, ...Object.fromEntries(ofLines.map((key) => [key, null])) })),
    };
    expect(withQuote(withNulls)).toBe(original);
    const rate = (text: string) => withQuote({ exchangeRate: { rate: text, date: '2026-03-01' } });
    expect(rate('4.20')).toBe(rate('4.2'));
    const ramp = (quantity: string) =>
      withQuote({
        items: lines({
          term: {
            startsOn: null,
            end: { kind: 'months', months: 7 },
            billing: 'yearly',
            ramp: [{ months: 7, quantity }],
          },
        }),
      });
    expect(ramp('5.0')).toBe(ramp('5'));
    expect(ramp('6')).not.toBe(ramp('5'));
  });
});

/** What follows from other fields, or is an explanation; an approval covers what it is made of. */
const derived = new Set<string | number>([
  'buySteps',
  'sellSteps',
  'margin',
  'marginPercent',
  'markupPercent',
  'minimumUnit',
  // They are in the quote itself.
  'lineId',
  'sku',
  'currency',
  // Said by there being figures, or a problem.
  'status',
]);

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]));
}

/** A copy with another value at the end of the path; figures stay figures. */
function withChanged<T>(value: T, [key, ...rest]: Path): T {
  if (key === undefined) {
    if (typeof value === 'boolean') return !value as T;
    if (typeof value === 'number') return (value + 1) as T;
    return (typeof value === 'string' ? `${value}1` : 'something') as T;
  }
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const inner = (value as Record<string | number, unknown>)[key];
  (copy as Record<string | number, unknown>)[key] = withChanged(inner, rest);
  return copy as T;
}

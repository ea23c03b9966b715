import { describe, expect, it } from 'vitest';
import type { LineTerm } from '#shared/domain/quote/line-term';
import type { Quote, QuoteLine } from '#shared/domain/quote/quote';
import type { MutationContext } from '#shared/mutations/mutation';
import { aLine, aQuote } from '../a-quote.test-kit';
import { duplicateItems, moveItemsBefore, moveItemsBy, setTerm } from './line-changes';
import { applyWrite, type QuoteChange } from './quote-change';

const context: MutationContext = {
  userId: 'person-1',
  partnerId: 'partner-1',
  role: 'rep',
  capturedAt: '2026-03-02T10:00:00.000Z',
};
const quote = aQuote({ items: ['a', 'b', 'c', 'd', 'e'].map((id) => aLine({ id })) });
const order = (change: QuoteChange | null, from: Quote = quote): string => {
  if (!change) return 'unchanged';
  const changed = applyWrite(from, change, context);
  return changed.ok ? changed.value.items.map(({ id }) => id).join('') : changed.error.type;
};

describe('moving by one place', () => {
  it('moves a line, or several together, up and down', () => {
    expect(order(moveItemsBy(quote, new Set('c'), -1))).toBe('acbde');
    expect(order(moveItemsBy(quote, new Set('c'), 1))).toBe('abdce');
    expect(order(moveItemsBy(quote, new Set('d'), 1))).toBe('abced');
    expect(order(moveItemsBy(quote, new Set('bd'), -1))).toBe('bdace');
  });

  it('stays at the ends', () => {
    expect(moveItemsBy(quote, new Set('a'), -1)).toBeNull();
    expect(moveItemsBy(quote, new Set('e'), 1)).toBeNull();
  });
});

describe('dropping before a line', () => {
  it('keeps the order the lines had', () => {
    expect(order(moveItemsBefore(quote, new Set('db'), 'a'))).toBe('bdace');
    expect(order(moveItemsBefore(quote, new Set('a'), null))).toBe('bcdea');
  });

  it('changes nothing when they already stand there', () => {
    expect(moveItemsBefore(quote, new Set('b'), 'b')).toBeNull();
    expect(moveItemsBefore(quote, new Set('b'), 'c')).toBeNull();
    expect(moveItemsBefore(quote, new Set('e'), null)).toBeNull();
  });
});

it('duplicates come after the last original, with ids of their own', () => {
  let count = 0;
  const copied = duplicateItems(quote, new Set('bd'), () => `new${(count += 1)}`);
  expect(order(copied?.change ?? null)).toBe('abcdnew1new2e');
  expect(copied?.ids).toEqual(['new1', 'new2']);
});

describe("a bundle's term", () => {
  const term: LineTerm = {
    startsOn: '2027-01-01',
    end: { kind: 'months', months: 24 },
    billing: 'yearly',
    ramp: [],
  };
  const own: LineTerm = { ...term, billing: 'monthly' };
  const part = (id: string, changes: Partial<QuoteLine> = {}) =>
    aLine({ id, sku: id, component: { parentId: 'kit', optionId: id }, ...changes });
  const bundle = aQuote({
    items: [
      aLine({ id: 'kit', sku: 'kit' }),
      part('care'),
      part('box'),
      part('own', { term: own }),
      aLine({ id: 'x' }),
    ],
  });
  const recurs = (sku: string) => sku !== 'box';
  const kitOf = ({ items }: Quote) => items[0] as QuoteLine;
  const terms = (quote: Quote) =>
    Object.fromEntries(
      quote.items.flatMap((item) => (item.kind === 'line' && item.term ? [[item.id, item.term]] : [])),
    );
  const after = (quote: Quote, to: LineTerm | null): Quote => {
    const changed = applyWrite(quote, setTerm(quote, kitOf(quote), to, recurs), context);
    if (!changed.ok) throw new Error(changed.error.type);
    return changed.value;
  };

  it('goes to its recurring parts in the same change, but not to a part with a term of its own', () => {
    const set = after(bundle, term);
    expect(terms(set)).toEqual({ kit: term, care: term, own });
    expect(terms(after(set, null))).toEqual({ own });
  });

  it('leaves the growth of each where it is', () => {
    const growing = {
      ...term,
      ramp: [
        { months: 12, quantity: '1' },
        { months: 12, quantity: '2' },
      ],
    };
    expect(terms(after(bundle, growing))).toEqual({ kit: growing, care: term, own });
  });
});

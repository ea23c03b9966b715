import { describe, expect, it } from 'vitest';
import type { Quote } from '#shared/domain/quote/quote';
import type { MutationContext } from '#shared/mutations/mutation';
import { aLine, aQuote } from '../a-quote.test-kit';
import { duplicateItems, moveItemsBefore, moveItemsBy } from './line-changes';
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

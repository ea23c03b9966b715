import { describe, expect, it } from 'vitest';
import type { Quote } from '#shared/domain/quote/quote';
import type { MutationContext } from '#shared/mutations/mutation';
import { aLine, aQuote, aSection } from '../a-quote.test-kit';
import { duplicateItems, moveItemsBefore, moveItemsBy, toggleAlternatives } from './line-changes';
import { applyWrite, type QuoteChange } from './quote-change';

const context: MutationContext = {
  userId: 'person-1',
  partnerId: 'partner-1',
  role: 'rep',
  capturedAt: '2026-03-02T10:00:00.000Z',
};
const part = (id: string, parentId: string) => aLine({ id, component: { parentId, optionId: id } });
const quote = aQuote({
  items: [aLine({ id: 'a' }), aLine({ id: 'b' }), part('b1', 'b'), part('b2', 'b'), aLine({ id: 'c' })],
});
const after = (change: QuoteChange | null, of: Quote = quote): Quote => {
  if (!change) return of;
  const changed = applyWrite(of, change, context);
  if (!changed.ok) throw new Error(changed.error.type);
  return changed.value;
};
const order = (of: Quote): string => of.items.map(({ id }) => id).join(' ');
const numbered = () => {
  let n = 0;
  return () => `new-${(n += 1)}`;
};

describe('CAT-3 a bundle and its parts on the quote', () => {
  it('move as one, whichever of them is taken', () => {
    expect(order(after(moveItemsBefore(quote, new Set(['b2']), null)))).toBe('a c b b1 b2');
    expect(order(after(moveItemsBy(quote, new Set(['b']), 1)))).toBe('a c b b1 b2');
    expect(order(after(moveItemsBy(quote, new Set(['b']), -1)))).toBe('b b1 b2 a c');
  });

  it('let nothing in between them', () => {
    expect(order(after(moveItemsBefore(quote, new Set(['a']), 'b2')))).toBe('b b1 b2 a c');
    expect(order(after(moveItemsBy(quote, new Set(['a']), 1)))).toBe('b b1 b2 a c');
    expect(order(after(moveItemsBy(quote, new Set(['c']), -1)))).toBe('a c b b1 b2');
  });

  it('are copied together, and the parts belong to the copy', () => {
    const copied = duplicateItems(quote, new Set(['b']), numbered());
    const result = after(copied?.change ?? null);
    expect(order(result)).toBe('a b b1 b2 new-1 new-2 new-3 c');
    expect(result.items[5]).toMatchObject({ id: 'new-2', component: { parentId: 'new-1', optionId: 'b1' } });
  });

  it('a part copied alone is a line of its own, after the bundle', () => {
    const copied = duplicateItems(quote, new Set(['b1']), numbered());
    const result = after(copied?.change ?? null);
    expect(order(result)).toBe('a b b1 b2 new-1 c');
    expect(result.items[4]).toMatchObject({ id: 'new-1', component: null });
  });
});

describe('QUO-1 alternatives', () => {
  const lines = aQuote({ items: [aSection(), ...['a', 'b', 'c'].map((id) => aLine({ id }))] });
  const marks = (of: Quote) =>
    of.items.map((item) => (item.kind === 'line' && item.alternative ? item.alternative.chosen : '-'));

  it('the first of the lines counts until another is chosen', () => {
    const made = after(toggleAlternatives(lines, new Set(['a', 'b']), numbered()), lines);
    expect(marks(made)).toEqual(['-', true, false, '-']);
    const chosen = after({ name: 'chooseAlternative', args: { id: 'quote-1', itemId: 'b' } }, made);
    expect(marks(chosen)).toEqual(['-', false, true, '-']);
  });

  it('end when they are taken apart, also for the one that would be left alone', () => {
    const made = after(toggleAlternatives(lines, new Set(['a', 'b']), numbered()), lines);
    expect(marks(after(toggleAlternatives(made, new Set(['a']), numbered()), made))).toEqual([
      '-',
      '-',
      '-',
      '-',
    ]);
  });

  it('copies of all of them are alternatives to each other; of one it joins them, not chosen', () => {
    const made = after(toggleAlternatives(lines, new Set(['a', 'b']), numbered()), lines);
    const all = after(duplicateItems(made, new Set(['a', 'b']), numbered())?.change ?? null, made);
    expect(marks(all)).toEqual(['-', true, false, true, false, '-']);
    expect(all.items[1]).not.toHaveProperty(
      'alternative.group',
      (all.items[3] as { alternative?: { group: string } }).alternative?.group,
    );
    const one = after(duplicateItems(made, new Set(['a']), numbered())?.change ?? null, made);
    expect(marks(one)).toEqual(['-', true, false, false, '-']);
  });

  it('one line alone has no alternative', () => {
    expect(toggleAlternatives(lines, new Set(['a']), numbered())).toBeNull();
  });
});

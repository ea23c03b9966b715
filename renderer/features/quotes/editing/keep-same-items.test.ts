import { describe, expect, it } from 'vitest';
import { aLine, aQuote } from '../a-quote.test-kit';
import { keepSameItems } from './keep-same-items';

describe('taking over a stored quote', () => {
  const shown = aQuote({ items: [aLine({ id: 'a' }), aLine({ id: 'b' })] });
  const stored = aQuote({
    items: [aLine({ id: 'a' }), aLine({ id: 'b' })],
    updatedAt: '2026-03-05T10:00:00.000Z',
  });

  it('is the very same quote when only the time of the change differs', () => {
    expect(keepSameItems(shown, stored)).toBe(shown);
  });

  it('keeps the items when the header has changed', () => {
    const taken = keepSameItems(shown, { ...stored, title: 'Branch office' });
    expect(taken.title).toBe('Branch office');
    expect(taken.items).toBe(shown.items);
  });

  it('keeps each item that says the same when another has changed, gone or moved', () => {
    const [first, second] = shown.items;
    const taken = keepSameItems(shown, {
      ...stored,
      items: [aLine({ id: 'b' }), aLine({ id: 'a', quantity: '7' })],
    });
    expect(taken.items[0]).toBe(second);
    expect(taken.items[1]).not.toBe(first);
    expect(taken.items[1]).toMatchObject({ id: 'a', quantity: '7' });
  });
});

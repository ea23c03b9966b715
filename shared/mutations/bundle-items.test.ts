import { describe, expect, it } from 'vitest';
import { aLine, aQuote, aSection } from '../domain/quote/quote.test-kit';
import type { Quote } from '../domain/quote/quote';
import type { MutationContext } from './mutation';
import type { ArgsOf } from './registry';
import { runMutation } from './run-mutation';

const context: MutationContext = {
  userId: 'person-1',
  partnerId: 'partner-1',
  role: 'rep',
  capturedAt: '2026-03-02T10:00:00.000Z',
};

const part = (id: string, parentId: string) =>
  aLine({ id, component: { parentId, optionId: `option-${id}` } });

/** A server with two parts between two lines. */
const quote = aQuote({
  items: [
    aLine({ id: 'a' }),
    aLine({ id: 'server' }),
    part('cpu', 'server'),
    part('disk', 'server'),
    aSection({ id: 'z' }),
  ],
});

type Name = 'addQuoteItems' | 'moveQuoteItems' | 'removeQuoteItems';

function idsAfter<N extends Name>(name: N, args: ArgsOf<N>, before: Quote = quote): string[] {
  const written = runMutation(name, args, { get: () => before as never }, context);
  if (!written.ok) throw new Error(written.error.type);
  const record = written.value[0]?.record as Quote;
  return record.items.map(({ id }) => id);
}

describe('CAT-3 a bundle stays together', () => {
  it('removing its line removes its components', () => {
    expect(idsAfter('removeQuoteItems', { id: quote.id, itemIds: ['server'] })).toEqual(['a', 'z']);
  });
  it('removing a component leaves the rest', () => {
    expect(idsAfter('removeQuoteItems', { id: quote.id, itemIds: ['cpu'] })).toEqual([
      'a',
      'server',
      'disk',
      'z',
    ]);
  });
  it('moving its line takes its components along', () => {
    expect(idsAfter('moveQuoteItems', { id: quote.id, itemIds: ['server'], before: 'a' })).toEqual([
      'server',
      'cpu',
      'disk',
      'a',
      'z',
    ]);
  });
  it('a component moves among its siblings and never out of its bundle', () => {
    expect(idsAfter('moveQuoteItems', { id: quote.id, itemIds: ['disk'], before: 'cpu' })).toEqual([
      'a',
      'server',
      'disk',
      'cpu',
      'z',
    ]);
    expect(idsAfter('moveQuoteItems', { id: quote.id, itemIds: ['cpu'], before: null })).toEqual([
      'a',
      'server',
      'disk',
      'cpu',
      'z',
    ]);
  });
  it('a line put between its components lands behind the bundle', () => {
    expect(idsAfter('moveQuoteItems', { id: quote.id, itemIds: ['a'], before: 'disk' })).toEqual([
      'server',
      'cpu',
      'disk',
      'a',
      'z',
    ]);
    const insertions = [{ before: 'cpu', item: aLine({ id: 'new' }) }];
    expect(idsAfter('addQuoteItems', { id: quote.id, insertions })).toEqual([
      'a',
      'server',
      'cpu',
      'disk',
      'new',
      'z',
    ]);
  });
  it('a component whose bundle is not there stays where it is', () => {
    const orphaned = aQuote({ items: [aLine({ id: 'a' }), part('cpu', 'gone'), aLine({ id: 'b' })] });
    expect(idsAfter('moveQuoteItems', { id: quote.id, itemIds: ['a'], before: null }, orphaned)).toEqual([
      'cpu',
      'b',
      'a',
    ]);
  });
});

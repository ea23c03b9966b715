import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Quote } from '#shared/domain/quote/quote';
import type { MutationContext } from '#shared/mutations/mutation';
import { aLine, aQuote } from '../a-quote.test-kit';
import { perform, startEditing, undo } from './history';
import type { QuoteChange } from './quote-change';

const context: MutationContext = {
  userId: 'person-1',
  partnerId: 'partner-1',
  role: 'rep',
  capturedAt: '2026-03-02T10:00:00.000Z',
};
const part = (id: string, parentId: string) => aLine({ id, component: { parentId, optionId: id } });
const content = ({ updatedAt: _when, ...quote }: Quote) => quote;

const start = aQuote({
  items: [
    aLine({ id: 'a' }),
    aLine({ id: 'p' }),
    part('p1', 'p'),
    part('p2', 'p'),
    aLine({ id: 'q' }),
    part('q1', 'q'),
    aLine({ id: 'z' }),
  ],
});
const itemId = fc.constantFrom('a', 'p', 'p1', 'p2', 'q', 'q1', 'z');
const itemIds = fc.uniqueArray(itemId, { minLength: 1, maxLength: 4 });
const change: fc.Arbitrary<QuoteChange> = fc.oneof(
  itemIds.map((ids): QuoteChange => ({ name: 'removeQuoteItems', args: { id: 'quote-1', itemIds: ids } })),
  fc.tuple(itemIds, fc.option(itemId, { nil: null })).map(([ids, before]): QuoteChange => ({
    name: 'moveQuoteItems',
    args: { id: 'quote-1', itemIds: ids, before },
  })),
  fc.tuple(itemId, fc.option(itemId, { nil: null })).map(([parentId, before]): QuoteChange => ({
    name: 'addQuoteItems',
    args: {
      id: 'quote-1',
      insertions: [
        { before, item: part('new', parentId) },
        { before, item: aLine({ id: 'line' }) },
      ],
    },
  })),
  fc.constantFrom('p', 'q').map((parentId): QuoteChange => ({
    name: 'configureBundle',
    args: {
      id: 'quote-1',
      parentId,
      components: [part(`${parentId}9`, parentId), part(`${parentId}1`, parentId)],
    },
  })),
);

it('CAT-3 whatever was done to bundles, undoing it all brings them back part by part', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      let editing = startEditing(start);
      for (const each of changes) {
        const done = perform(editing, [each], context);
        if (done.ok) editing = done.value.editing;
      }
      while (editing.past.length > 0) {
        const undone = undo(editing, context);
        if (!undone.ok) throw new Error(undone.error.type);
        editing = undone.value.editing;
      }
      expect(content(editing.quote)).toEqual(content(start));
    }),
    { numRuns: 400 },
  );
});

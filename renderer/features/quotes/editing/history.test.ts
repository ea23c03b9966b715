import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote, QuoteItem, QuoteLine } from '#shared/domain/quote/quote';
import type { MutationContext } from '#shared/mutations/mutation';
import { aLine, aQuote, aSection } from '../a-quote.test-kit';
import { perform, redo, startEditing, undo, type Editing } from './history';
import { applyWrite, type QuoteChange } from './quote-change';

const context: MutationContext = {
  userId: 'person-1',
  partnerId: 'partner-1',
  role: 'rep',
  capturedAt: '2026-03-02T10:00:00.000Z',
};

/** What a person sees; when it was last touched is not part of it, and a field without a value is one that is not there. */
const content = ({ updatedAt: _when, ...quote }: Quote): unknown =>
  JSON.parse(JSON.stringify(quote, (_key, value: unknown) => (value === null ? undefined : value)));

/** Few ids, so that changes often meet the same items. */
const itemId = fc.integer({ min: 0, max: 11 }).map((n) => `item-${n}`);
const item: fc.Arbitrary<QuoteItem> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(itemId, fc.nat(99)).map(([id, n]) => aLine({ id, quantity: String(n) })) },
  {
    weight: 1,
    arbitrary: fc.tuple(itemId, fc.string({ maxLength: 9 })).map(([id, title]) => aSection({ id, title })),
  },
);
const ids = fc.array(itemId, { minLength: 1, maxLength: 5 });
const neighbour = fc.option(itemId, { nil: null });

const change: fc.Arbitrary<QuoteChange> = fc.oneof(
  fc
    .array(fc.record({ before: neighbour, item }), { minLength: 1, maxLength: 4 })
    .map((insertions): QuoteChange => ({ name: 'addQuoteItems', args: { id: 'quote-1', insertions } })),
  ids.map((itemIds): QuoteChange => ({ name: 'removeQuoteItems', args: { id: 'quote-1', itemIds } })),
  fc
    .tuple(fc.uniqueArray(itemId, { minLength: 1, maxLength: 5 }), neighbour)
    .map(([itemIds, before]): QuoteChange => ({
      name: 'moveQuoteItems',
      args: { id: 'quote-1', itemIds, before },
    })),
  fc
    .array(
      fc.record({
        itemId,
        changes: fc.record(
          {
            quantity: fc.nat(999).map(String),
            discountPercent: fc.integer({ min: 0, max: 100 }).map(String),
            note: fc.string({ maxLength: 9 }),
            optional: fc.boolean(),
            title: fc.string({ maxLength: 9 }),
            keptVersion: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
            alternative: fc.option(fc.record({ group: fc.constant('group'), chosen: fc.boolean() }), {
              nil: null,
            }),
          },
          { requiredKeys: [] },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((edits): QuoteChange => ({ name: 'editQuoteItems', args: { id: 'quote-1', edits } })),
  fc
    .record(
      {
        title: fc.string({ maxLength: 9 }),
        accountId: fc.option(fc.constant('account-1'), { nil: null }),
        discountPercent: fc.integer({ min: 0, max: 100 }).map(String),
        terms: fc.string({ maxLength: 9 }),
        contractId: fc.option(fc.constant('contract-1'), { nil: null }),
        exchangeRate: fc.constant({ rate: '4.2875', date: '2026-11-20' }),
      },
      { requiredKeys: [] },
    )
    .map((changes): QuoteChange => ({ name: 'editQuote', args: { id: 'quote-1', changes } })),
  itemId.map((chosen): QuoteChange => ({
    name: 'chooseAlternative',
    args: { id: 'quote-1', itemId: chosen },
  })),
  fc.tuple(itemId, fc.uniqueArray(fc.nat(3), { maxLength: 3 })).map(([parentId, parts]): QuoteChange => ({
    name: 'configureBundle',
    args: {
      id: 'quote-1',
      parentId,
      components: parts.map((n) =>
        aLine({ id: `${parentId}.${n}`, component: { parentId, optionId: `option-${n}` } }),
      ),
    },
  })),
  fc.tuple(fc.integer({ min: 1, max: 9 }), ids).map(([version, kept]): QuoteChange => ({
    name: 'repriceQuote',
    args: {
      id: 'quote-1',
      priceBook: { bookId: 'book-1', version },
      pricingDate: '2026-05-01',
      kept: kept.map((id) => ({ itemId: id, version: 1 })),
    },
  })),
);
const steps = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 12 });
const start = fc
  .uniqueArray(item, { selector: ({ id }) => id, maxLength: 10 })
  .map((items) => aQuote({ items }));

function performAll(quote: Quote, all: readonly (readonly QuoteChange[])[]): Editing {
  let editing = startEditing(quote);
  for (const changes of all) {
    const edited = perform(editing, changes, context);
    // A step on an item that is not there is refused as a whole; the rest goes on.
    if (edited.ok) editing = edited.value.editing;
  }
  return editing;
}

function repeat(editing: Editing, move: typeof undo, times: number): Editing {
  let result = editing;
  for (let count = 0; count < times; count += 1) {
    const edited = move(result, context);
    if (!edited.ok) throw new Error(`refused: ${JSON.stringify(edited.error)}`);
    result = edited.value.editing;
  }
  return result;
}

describe('undo and redo', () => {
  it('undoing everything gives the quote one began with, redoing everything the one one ended with', () => {
    fc.assert(
      fc.property(start, steps, (quote, all) => {
        const ended = performAll(quote, all);
        const undone = repeat(ended, undo, ended.past.length);
        expect(content(undone.quote)).toEqual(content(quote));
        const redone = repeat(undone, redo, undone.future.length);
        expect(content(redone.quote)).toEqual(content(ended.quote));
      }),
      { numRuns: 400 },
    );
  });

  it('undoing and redoing in any order passes through the same states', () => {
    fc.assert(
      fc.property(start, steps, fc.array(fc.boolean(), { maxLength: 30 }), (quote, all, walk) => {
        let editing = startEditing(quote);
        const states = [content(quote)];
        for (const changes of all) {
          const edited = perform(editing, changes, context);
          if (!edited.ok || edited.value.editing.past.length === editing.past.length) continue;
          editing = edited.value.editing;
          states.push(content(editing.quote));
        }
        for (const back of walk) {
          editing = repeat(editing, back ? undo : redo, 1);
          expect(content(editing.quote)).toEqual(states[editing.past.length]);
        }
      }),
    );
  });

  it('puts scattered lines that were moved together back where each came from', () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map((id) => aLine({ id }));
    const moved = perform(
      startEditing(aQuote({ items })),
      [{ name: 'moveQuoteItems', args: { id: 'quote-1', itemIds: ['e', 'b'], before: 'a' } }],
      context,
    );
    if (!moved.ok) throw new Error('refused');
    expect(moved.value.editing.quote.items.map(({ id }) => id)).toEqual(['e', 'b', 'a', 'c', 'd']);
    const undone = repeat(moved.value.editing, undo, 1);
    expect(undone.quote.items.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('a refused change leaves the quote and its history untouched', () => {
    const editing = startEditing(aQuote({ items: [aLine()] }));
    const edited = perform(
      editing,
      [
        { name: 'editQuote', args: { id: 'quote-1', changes: { title: 'New' } } },
        { name: 'editQuoteItems', args: { id: 'quote-1', edits: [{ itemId: 'gone', changes: {} }] } },
      ],
      context,
    );
    expect(edited).toEqual({ ok: false, error: { type: 'item-not-found', itemId: 'gone' } });
  });

  it('doing something new after an undo forgets what could be redone', () => {
    const edit = (title: string): QuoteChange => ({
      name: 'editQuote',
      args: { id: 'quote-1', changes: { title } },
    });
    const undone = repeat(performAll(aQuote(), [[edit('One')]]), undo, 1);
    const edited = perform(undone, [edit('Two')], context);
    expect(edited.ok && edited.value.editing.future).toEqual([]);
  });
});

describe('undo and redo over what a colleague changed meanwhile', () => {
  const edit = (changes: Partial<QuoteLine>): QuoteChange => ({
    name: 'editQuoteItems',
    args: { id: 'quote-1', edits: [{ itemId: 'line-1', changes }] },
  });
  const arrives = (editing: Editing, change: QuoteChange): Editing => {
    const changed = applyWrite(editing.quote, change, context);
    if (!changed.ok) throw new Error('refused');
    return { ...editing, quote: changed.value };
  };
  const start = aQuote({ items: [aLine({ quantity: '1', note: '' })] });

  it('takes back what stands as it was left, and leaves what they changed since', () => {
    const mine = performAll(start, [[edit({ quantity: '5', note: 'Mine' })]]);
    const undone = repeat(arrives(mine, edit({ quantity: '7' })), undo, 1);
    expect(undone.quote.items).toMatchObject([{ quantity: '7', note: '' }]);
    const redone = repeat(undone, redo, 1);
    expect(redone.quote.items).toMatchObject([{ quantity: '7', note: 'Mine' }]);
  });

  it('leaves the title they gave the quote since', () => {
    const entitle = (title: string): QuoteChange => ({
      name: 'editQuote',
      args: { id: 'quote-1', changes: { title } },
    });
    const mine = performAll(start, [[entitle('Mine')]]);
    const undone = undo(arrives(mine, entitle('Theirs')), context);
    expect(undone).toMatchObject({
      ok: true,
      value: { editing: { quote: { title: 'Theirs' } }, writes: [] },
    });
  });

  it('keeps a line they worked on, whoever added it', () => {
    const added = performAll(aQuote(), [
      [{ name: 'addQuoteItems', args: { id: 'quote-1', insertions: [{ before: null, item: aLine() }] } }],
    ]);
    const undone = repeat(arrives(added, edit({ note: 'Theirs' })), undo, 1);
    expect(undone.quote.items).toMatchObject([{ id: 'line-1', note: 'Theirs' }]);
  });

  it('is not held up by a line they removed', () => {
    const mine = performAll(start, [
      [{ name: 'editQuote', args: { id: 'quote-1', changes: { title: 'Mine' } } }],
      [edit({ quantity: '5' })],
    ]);
    const removed = arrives(mine, {
      name: 'removeQuoteItems',
      args: { id: 'quote-1', itemIds: ['line-1'] },
    });
    const undone = repeat(removed, undo, 2);
    expect(undone.quote).toMatchObject({ title: start.title, items: [] });
  });
});

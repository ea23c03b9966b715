import type { Quote, QuoteItem } from '#shared/domain/quote/quote';
import { assertNever } from '#shared/lib/assert-never';
import type { ArgsOf } from '#shared/mutations/registry';
import type { QuoteChange } from './quote-change';

/** The changes that bring `before` back after `change` was applied to it, in the order they must run. */
export function invertChange(before: Quote, change: QuoteChange): readonly QuoteChange[] {
  switch (change.name) {
    case 'addQuoteItems':
      return removeAdded(before, change.args);
    case 'removeQuoteItems':
      return bringBack(before, change.args);
    case 'editQuoteItems':
      return editBack(before, change.args);
    case 'moveQuoteItems':
      return moveBack(before, change.args);
    case 'editQuote':
      return [
        { name: 'editQuote', args: { id: before.id, changes: formerValues(before, change.args.changes) } },
      ];
    default:
      return assertNever(change);
  }
}

function removeAdded(before: Quote, args: ArgsOf<'addQuoteItems'>): readonly QuoteChange[] {
  const present = new Set(before.items.map((item) => item.id));
  const itemIds = [...new Set(args.insertions.map(({ item }) => item.id))].filter((id) => !present.has(id));
  return itemIds.length === 0 ? [] : [{ name: 'removeQuoteItems', args: { id: before.id, itemIds } }];
}

/** Each removed item names the next one that stayed, so it returns to its place even if the ends of the list have changed. */
function bringBack(before: Quote, args: ArgsOf<'removeQuoteItems'>): readonly QuoteChange[] {
  const gone = new Set(args.itemIds);
  const insertions: { before: string | null; item: QuoteItem }[] = [];
  let neighbour: string | null = null;
  for (const item of before.items.toReversed()) {
    if (gone.has(item.id)) insertions.unshift({ before: neighbour, item });
    else neighbour = item.id;
  }
  return insertions.length === 0 ? [] : [{ name: 'addQuoteItems', args: { id: before.id, insertions } }];
}

function editBack(before: Quote, args: ArgsOf<'editQuoteItems'>): readonly QuoteChange[] {
  const byId = new Map(before.items.map((item) => [item.id, item]));
  const edits = args.edits.flatMap(({ itemId, changes }) => {
    const item = byId.get(itemId);
    return item ? [{ itemId, changes: formerValues(item, changes) }] : [];
  });
  return edits.length === 0 ? [] : [{ name: 'editQuoteItems', args: { id: before.id, edits } }];
}

/**
 * Moved items may have come from many places. Going from the last to the first, every run of neighbours goes back before the item that
 * followed it: by then that item is either one that never moved or already back, so the old order results.
 */
function moveBack(before: Quote, args: ArgsOf<'moveQuoteItems'>): readonly QuoteChange[] {
  const moved = new Set(args.itemIds);
  const changes: QuoteChange[] = [];
  let follower: string | null = null;
  let run: string[] = [];
  const endRun = (): void => {
    if (run.length > 0)
      changes.push({ name: 'moveQuoteItems', args: { id: before.id, itemIds: run, before: follower } });
    run = [];
  };
  for (const item of before.items.toReversed()) {
    if (moved.has(item.id)) run.unshift(item.id);
    else {
      endRun();
      follower = item.id;
    }
  }
  endRun();
  return changes;
}

/** Of the fields that `changes` sets, the values they have now. A field the record does not have (a section's quantity) is left out. */
function formerValues<C extends object>(record: object, changes: C): C {
  const entries = Object.entries(changes).filter(
    ([field, value]) => value !== undefined && Object.hasOwn(record, field),
  );
  const now = record as Record<string, unknown>;
  return Object.fromEntries(entries.map(([field]) => [field, now[field]])) as C;
}

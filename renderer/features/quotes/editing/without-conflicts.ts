import type { Quote, QuoteItem } from '#shared/domain/quote/quote';
import type { QuoteChange } from './quote-change';

/**
 * Of changes that were meant for the quote as it was in `expected`: those that overwrite nothing anybody else has done since. A field
 * or a line that is no longer as it was then keeps what it has now.
 */
export function withoutConflicts(
  changes: readonly QuoteChange[],
  current: Quote,
  expected: Quote,
): readonly QuoteChange[] {
  const now = byId(current);
  const then = byId(expected);
  return changes.flatMap((change): QuoteChange[] => {
    switch (change.name) {
      case 'editQuote': {
        const fields = unchangedFields(change.args.changes, current, expected);
        return isEmpty(fields) ? [] : [{ name: change.name, args: { id: current.id, changes: fields } }];
      }
      case 'editQuoteItems': {
        const edits = change.args.edits.flatMap(({ itemId, changes }) => {
          const fields = unchangedFields(changes, now.get(itemId), then.get(itemId));
          return isEmpty(fields) ? [] : [{ itemId, changes: fields }];
        });
        return edits.length === 0 ? [] : [{ name: change.name, args: { id: current.id, edits } }];
      }
      case 'removeQuoteItems': {
        const itemIds = change.args.itemIds.filter((id) => isSame(now.get(id), then.get(id)));
        return itemIds.length === 0 ? [] : [{ name: change.name, args: { id: current.id, itemIds } }];
      }
      default:
        // Adding skips what is there already, and moving loses nothing.
        return [change];
    }
  });
}

function unchangedFields<C extends object>(
  changes: C,
  current: object | undefined,
  expected: object | undefined,
): C {
  // Not there now as it was not then: an earlier change of the same step brings it back.
  if ((current === undefined) !== (expected === undefined)) return {} as C;
  const now = (current ?? {}) as Record<string, unknown>;
  const then = (expected ?? {}) as Record<string, unknown>;
  const entries = Object.entries(changes).filter(([field]) => isSame(now[field], then[field]));
  return Object.fromEntries(entries) as C;
}

const byId = ({ items }: Quote): ReadonlyMap<string, QuoteItem> =>
  new Map(items.map((item) => [item.id, item]));
const isEmpty = (fields: object): boolean => Object.keys(fields).length === 0;
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

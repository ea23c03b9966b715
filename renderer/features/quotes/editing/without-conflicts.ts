import type { Quote, QuoteItem } from '#shared/domain/quote/quote';
import { assertNever } from '#shared/lib/assert-never';
import { partsOf } from './bundle-items';
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
      case 'configureBundle': {
        const { parentId } = change.args;
        return isSame(partsOf(current, parentId), partsOf(expected, parentId)) ? [change] : [];
      }
      case 'repriceQuote':
        return isSame(current.priceBook, expected.priceBook) ? [change] : [];
      case 'chooseAlternative':
        return now.has(change.args.itemId) ? [change] : [];
      case 'addQuoteItems':
      case 'moveQuoteItems':
        // Adding skips what is there already, and moving loses nothing.
        return [change];
      default:
        return assertNever(change);
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
/** A field that is null is one that is not there (records of the first release lack what came later), and fields have no order. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b) || (Array.isArray(a) && a.length !== (b as unknown[]).length)) {
    return false;
  }
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return Object.keys({ ...one, ...other }).every((key) => isSame(one[key], other[key]));
}

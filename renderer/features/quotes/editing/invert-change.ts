import { withComponents } from '#shared/domain/quote/bundle-items';
import { linesOf, type Quote, type QuoteItem } from '#shared/domain/quote/quote';
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
    case 'configureBundle':
      return configureBack(before, change.args);
    case 'chooseAlternative':
      return chooseBack(before, change.args);
    case 'repriceQuote':
      return repriceBack(before, change.args);
    default:
      return assertNever(change);
  }
}

function removeAdded(before: Quote, args: ArgsOf<'addQuoteItems'>): readonly QuoteChange[] {
  const present = new Set(before.items.map((item) => item.id));
  const itemIds = [...new Set(args.insertions.map(({ item }) => item.id))].filter((id) => !present.has(id));
  if (itemIds.length === 0) return [];
  const remove: QuoteChange = { name: 'removeQuoteItems', args: { id: before.id, itemIds } };
  // Components that had waited for their bundle go with it when it goes again.
  return [remove, ...bringBack(before, { itemIds })];
}

/** Each removed item names the next one that stayed, so it returns to its place even if the ends of the list have changed. */
function bringBack(before: Quote, args: Pick<ArgsOf<'removeQuoteItems'>, 'itemIds'>): readonly QuoteChange[] {
  const gone = withComponents(before.items, args.itemIds);
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
  const moved = withComponents(before.items, args.itemIds);
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

/** The parts as they are now go, and those from before come back to where each stood. */
function configureBack(before: Quote, args: ArgsOf<'configureBundle'>): readonly QuoteChange[] {
  const former = linesOf(before).filter(({ component }) => component?.parentId === args.parentId);
  const now = args.components.map(({ id }) => id);
  const removed: readonly QuoteChange[] =
    now.length === 0 ? [] : [{ name: 'removeQuoteItems', args: { id: before.id, itemIds: now } }];
  return [...removed, ...bringBack(before, { itemIds: former.map(({ id }) => id) })];
}

function chooseBack(before: Quote, { itemId }: ArgsOf<'chooseAlternative'>): readonly QuoteChange[] {
  const lines = linesOf(before);
  const group = lines.find(({ id }) => id === itemId)?.alternative?.group;
  const edits = lines.flatMap((line) =>
    group !== undefined && line.alternative?.group === group
      ? [{ itemId: line.id, changes: { alternative: line.alternative } }]
      : [],
  );
  return edits.length === 0 ? [] : [{ name: 'editQuoteItems', args: { id: before.id, edits } }];
}

function repriceBack(before: Quote, args: ArgsOf<'repriceQuote'>): readonly QuoteChange[] {
  const kept = new Map(args.kept.map(({ itemId, version }) => [itemId, version]));
  const edits = linesOf(before).flatMap(({ id, keptVersion = null }) =>
    keptVersion === (kept.get(id) ?? null) ? [] : [{ itemId: id, changes: { keptVersion } }],
  );
  const { priceBook, pricingDate, exchangeRate = null } = before;
  return [
    {
      name: 'editQuote',
      args: { id: before.id, changes: { priceBook, pricingDate, exchangeRate } },
    },
    ...(edits.length === 0
      ? []
      : ([{ name: 'editQuoteItems', args: { id: before.id, edits } }] satisfies QuoteChange[])),
  ];
}

/** Fields that records of the first release do not have; without one is the same as with null. */
const laterFields: Readonly<Record<'line' | 'section' | 'quote', ReadonlySet<string>>> = {
  line: new Set(['component', 'term', 'alternative', 'contractChange', 'keptVersion']),
  section: new Set(),
  quote: new Set(['exchangeRate', 'contractId', 'dealRegistrationId', 'specialBidId']),
};

/** Of the fields that `changes` sets, the values they have now. A field that such a record never has (a section's quantity) is left out. */
function formerValues<C extends object>(record: Quote | QuoteItem, changes: C): C {
  const later = laterFields['kind' in record ? record.kind : 'quote'];
  const entries = Object.entries(changes).filter(
    ([field, value]) => value !== undefined && (Object.hasOwn(record, field) || later.has(field)),
  );
  const now = record as unknown as Record<string, unknown>;
  return Object.fromEntries(entries.map(([field]) => [field, now[field] ?? null])) as C;
}

import type { EditConflict } from '#shared/domain/deal/edit-conflict';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { Rejection } from '#shared/mutations/rejection';
import type { AttentionRow, PartedRow } from '../../db/rows';

/** What waits for somebody's decision, by kind; each is decided on a screen of its own. */
export interface OpenDecisions<Parted extends { readonly row: PartedRow } = { readonly row: PartedRow }> {
  /** Orders the vendor did not take at their prices. */
  readonly orders: readonly AttentionRow[];
  /** SY-13: quotes with two versions. */
  readonly quotes: readonly Parted[];
  /** SY-14: fields that two people gave different values. */
  readonly conflicts: readonly EditConflict[];
  /** OPP-4: registrations the vendor refused. */
  readonly registrations: readonly RegistrationRequest[];
  /** SY-4: everything else that was refused, without what only waits with something refused before it. */
  readonly others: readonly AttentionRow[];
}

/** Refusals of an order that are about its prices: what was ordered stands beside what the vendor's book says. */
const aboutPrices: ReadonlySet<Rejection['type']> = new Set([
  'price-book-unavailable',
  'price-mismatch',
  'quote-expired',
  'quote-not-priceable',
]);

export const isOrderOverPrices = ({ name, rejection }: Pick<AttentionRow, 'name' | 'rejection'>): boolean =>
  name === 'placeOrder' && aboutPrices.has(rejection.type);

interface Input<Parted> {
  readonly attention: readonly AttentionRow[];
  /** Open ones. */
  readonly quotes: readonly Parted[];
  readonly conflicts: readonly EditConflict[];
  readonly registrations: readonly RegistrationRequest[];
  readonly userId: string;
  /** Who owns the record of a conflict; undefined: not known. */
  readonly ownerOf: (conflict: EditConflict) => string | undefined;
}

/** Everything open that concerns this person, each thing once: refused edits behind a parted quote are decided with it. */
export function openDecisions<Parted extends { readonly row: PartedRow }>({
  attention,
  quotes,
  conflicts,
  registrations,
  userId,
  ownerOf,
}: Input<Parted>): OpenDecisions<Parted> {
  const open = attention.filter((item) => item.open === 1);
  const ids = new Set(open.map(({ id }) => id));
  const behind = new Set(quotes.flatMap(({ row }) => row.editIds));
  const first = open.filter(
    ({ parkedWith, editId }) => !behind.has(editId) && (parkedWith === null || !ids.has(parkedWith)),
  );
  const withQuote = new Set(open.filter(({ editId }) => behind.has(editId)).map(({ id }) => id));
  return {
    orders: first.filter(isOrderOverPrices),
    quotes,
    conflicts: conflicts.filter(
      (conflict) =>
        conflict.state === 'open' &&
        (conflict.keptBy === userId || conflict.otherBy === userId || ownerOf(conflict) === userId),
    ),
    registrations: registrations.filter(({ state, ownerId }) => state === 'refused' && ownerId === userId),
    others: first.filter((item) => !isOrderOverPrices(item) && !withQuote.has(item.parkedWith ?? '')),
  };
}

export const countOf = ({ orders, quotes, conflicts, registrations, others }: OpenDecisions): number =>
  orders.length + quotes.length + conflicts.length + registrations.length + others.length;

import { linesOf, type Quote, type QuoteLine } from '#shared/domain/quote/quote';

export interface LineDifference {
  readonly lineId: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly was: QuoteLine | null;
  readonly is: QuoteLine | null;
}

/** What makes a difference to the money. */
const priceOf = ({
  quantity,
  discountPercent,
  sell,
  optional,
  sku,
  term,
  alternative,
  keptVersion,
}: QuoteLine): string =>
  JSON.stringify([
    sku,
    quantity,
    discountPercent,
    sell,
    optional,
    term ?? null,
    alternative ?? null,
    keptVersion ?? null,
  ]);

/** QUO-2: the lines that differ between two states of a quote, in the order of the newer one, the removed ones last. */
export function compareLines(
  before: Pick<Quote, 'items'>,
  after: Pick<Quote, 'items'>,
): readonly LineDifference[] {
  const old = new Map(linesOf(before).map((line) => [line.id, line]));
  const present = new Set(linesOf(after).map(({ id }) => id));
  const changed = linesOf(after).flatMap((is): LineDifference[] => {
    const was = old.get(is.id) ?? null;
    if (!was) return [{ lineId: is.id, kind: 'added', was, is }];
    return priceOf(was) === priceOf(is) ? [] : [{ lineId: is.id, kind: 'changed', was, is }];
  });
  const removed = linesOf(before)
    .filter(({ id }) => !present.has(id))
    .map((was): LineDifference => ({ lineId: was.id, kind: 'removed', was, is: null }));
  return [...changed, ...removed];
}

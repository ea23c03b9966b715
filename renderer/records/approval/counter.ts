import type { CounterOffer } from '#shared/domain/approval/approval';
import { trimDecimals } from '#shared/domain/money/format-decimal';
import { linesOf, type Quote } from '#shared/domain/quote/quote';

/** What an offer is about. */
export type Discounted = Pick<Quote, 'items' | 'discountPercent'>;

export interface CounterChange {
  /** null: the whole quote. */
  readonly lineId: string | null;
  readonly from: string;
  readonly to: string;
}

const same = (a: string, b: string): boolean => trimDecimals(a, 0) === trimDecimals(b, 0);

/** The quote with the discounts of the offer. Lines that are gone are left out. */
export function withCounter<T extends Discounted>(quote: T, counter: CounterOffer): T {
  const offered = new Map(counter.lines.map(({ lineId, discountPercent }) => [lineId, discountPercent]));
  return {
    ...quote,
    discountPercent: counter.discountPercent ?? quote.discountPercent,
    items: quote.items.map((item) => {
      const discountPercent = item.kind === 'line' ? offered.get(item.id) : undefined;
      return discountPercent === undefined ? item : { ...item, discountPercent };
    }),
  };
}

/** What taking the offer over would change, the whole quote first, then line by line in the quote's order. */
export function counterChanges(quote: Discounted, counter: CounterOffer): readonly CounterChange[] {
  const after = withCounter(quote, counter);
  const wanted = new Map(linesOf(after).map((line) => [line.id, line.discountPercent]));
  const lines = linesOf(quote).map((line): CounterChange => ({
    lineId: line.id,
    from: line.discountPercent,
    to: wanted.get(line.id) ?? line.discountPercent,
  }));
  const whole = { lineId: null, from: quote.discountPercent, to: after.discountPercent };
  return [whole, ...lines].filter(({ from, to }) => !same(from, to));
}

/** The offer that turns the asked-for discounts into those in `after`: only what differs is named. */
export function counterBetween(asked: Discounted, after: Discounted): CounterOffer {
  const before = new Map(linesOf(asked).map((line) => [line.id, line.discountPercent]));
  return {
    discountPercent: same(asked.discountPercent, after.discountPercent) ? null : after.discountPercent,
    lines: linesOf(after).flatMap(({ id, discountPercent }) => {
      const old = before.get(id);
      return old === undefined || same(old, discountPercent) ? [] : [{ lineId: id, discountPercent }];
    }),
  };
}

/** An offer that changes nothing is none. */
export const isEmptyCounter = ({ discountPercent, lines }: CounterOffer): boolean =>
  discountPercent === null && lines.length === 0;

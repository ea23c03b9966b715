import type { PriceBookHeader } from '../pricing/price-book';
import type { Validity } from '../pricing/priced';
import { bindingValidity } from '../pricing/validity';
import type { DraftedLine } from './drafted-line';
import type { Quote } from './quote';

const endOf = ({ validUntil, name }: PriceBookHeader): readonly Validity[] =>
  validUntil === null ? [] : [{ until: validUntil, because: 'price-book', name }];

/** PR-31: the first day the quote can no longer be used, with what binds it: itself, its book (also an older version that a line kept, PR-32), an entry or an agreement it is priced by. */
export function quoteValidity(
  quote: Quote,
  header: PriceBookHeader,
  lines: readonly DraftedLine[],
): Validity {
  const own: Validity = { until: quote.expiresOn, because: 'quote', name: quote.number };
  const others = lines.flatMap(({ toPrice: { entry, header: its }, draft }): readonly Validity[] => [
    ...draft.bounds,
    ...(entry.validUntil === null
      ? []
      : [{ until: entry.validUntil, because: 'price-entry', name: entry.sku } as const]),
    ...(its === header ? [] : endOf(its)),
  ]);
  return bindingValidity(own, [...endOf(header), ...others]);
}

import type { PriceBookHeader } from '../pricing/price-book';
import type { Validity } from '../pricing/priced';
import { bindingValidity } from '../pricing/validity';
import type { DraftedLine } from './draft-lines';
import type { Quote } from './quote';

/** PR-31: the first day the quote can no longer be used, with what binds it: itself, its book, an entry or an agreement it is priced by. */
export function quoteValidity(
  quote: Quote,
  header: PriceBookHeader,
  lines: readonly DraftedLine[],
): Validity {
  const own: Validity = { until: quote.expiresOn, because: 'quote', name: quote.number };
  const others = lines.flatMap(({ toPrice: { entry }, draft }): readonly Validity[] =>
    entry.validUntil === null
      ? draft.bounds
      : [...draft.bounds, { until: entry.validUntil, because: 'price-entry', name: entry.sku }],
  );
  const book: readonly Validity[] =
    header.validUntil === null
      ? []
      : [{ until: header.validUntil, because: 'price-book', name: header.name }];
  return bindingValidity(own, [...book, ...others]);
}

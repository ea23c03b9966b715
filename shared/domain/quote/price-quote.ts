import type { Product } from '../catalog/product';
import type { Account } from '../deal/account';
import type { Agreement, Partner, Role } from '../partner/partner';
import type { PriceBook } from '../pricing/price-book';
import type { PricedQuote } from '../pricing/priced';
import type { Quote } from './quote';

/** Everything a quote's price depends on; no clock, no I/O. */
export interface PriceQuoteInput {
  readonly quote: Quote;
  readonly book: PriceBook;
  readonly product: (sku: string) => Product | undefined;
  readonly partner: Partner;
  readonly agreements: readonly Agreement[];
  /** null while the quote has no customer: tax is then the seller's own country's. */
  readonly account: Account | null;
  readonly role: Role;
}

/** Prices every line both ways, totals, tax and validity (PR-1 to PR-5, PR-20 to PR-26, PR-30, PR-31, PR-40). Never throws. */
export function priceQuote(_input: PriceQuoteInput): PricedQuote {
  throw new Error('replaced by the pricing slice');
}

import type { Product } from '../catalog/product';
import type { Account } from '../deal/account';
import type { Agreement, Partner, Role } from '../partner/partner';
import type { PriceBook } from '../pricing/price-book';
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

import type { Product } from '../catalog/product';
import type { Account } from '../deal/account';
import type { Partner, Role } from '../partner/partner';
import type { PartnerTerms } from '../pricing/partner-terms';
import type { PriceBook } from '../pricing/price-book';
import type { Quote } from './quote';

/** Everything a quote's price depends on; no clock, no I/O. */
export interface PriceQuoteInput {
  readonly quote: Quote;
  /** The version the quote names. */
  readonly book: PriceBook;
  /** PR-32: older versions of the same book, for lines that kept their price. */
  readonly olderBook?: (version: number) => PriceBook | undefined;
  readonly product: (sku: string) => Product | undefined;
  readonly partner: Partner;
  readonly terms: PartnerTerms;
  /** null while the quote has no customer: tax is then the seller's own country's. */
  readonly account: Account | null;
  readonly role: Role;
}

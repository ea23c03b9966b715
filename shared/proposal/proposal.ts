import type { Language } from '../domain/catalog/localized';
import type { Product } from '../domain/catalog/product';
import type { Account, Contact } from '../domain/deal/account';
import type { Brand, Person } from '../domain/partner/partner';
import type { PricedQuote } from '../domain/pricing/priced';
import type { Quote } from '../domain/quote/quote';

/** PRO-1, PRO-2: all a proposal shows. Every figure comes from `priced`; nothing is computed again. */
export interface ProposalInput {
  readonly quote: Quote;
  readonly priced: PricedQuote;
  readonly products: readonly Product[];
  readonly account: Account | null;
  readonly contact: Contact | null;
  readonly author: Person;
  readonly partnerBrand: Brand;
  readonly vendorBrand: Brand;
  readonly language: Language;
}

export type ProposalError =
  /** A text has characters that no proposal font can draw; each with where it stands. */
  | { readonly type: 'missing-glyphs'; readonly characters: readonly string[]; readonly where: string }
  /** Lines without a price cannot be offered. */
  | { readonly type: 'unpriced-lines'; readonly skus: readonly string[] }
  | { readonly type: 'fonts-unavailable' }
  | { readonly type: 'failed'; readonly message: string };

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

/** The texts of a proposal, as an error names them. `label` is the proposal's own wording. */
export type ProposalPlace =
  | 'title'
  | 'number'
  | 'customer'
  | 'contact'
  | 'author'
  | 'partner'
  | 'vendor'
  | 'introduction'
  | 'section'
  | 'sku'
  | 'description'
  | 'note'
  | 'terms'
  | 'label';

/** A text with characters that no proposal font can draw. */
export interface MissingGlyphs {
  readonly place: ProposalPlace;
  /** The quote line or section it stands in; null for texts of the whole quote. */
  readonly itemId: string | null;
  /** The line's number on the proposal, from 1; null when it stands in no line. */
  readonly lineNumber: number | null;
  /** Each once, in order of appearance; half of a broken pair as "U+D83D". */
  readonly characters: readonly string[];
}

export type ProposalError =
  /** Every text that cannot be drawn whole, in document order; at least one. */
  | { readonly type: 'missing-glyphs'; readonly texts: readonly MissingGlyphs[] }
  /** Lines without a price cannot be offered. */
  | { readonly type: 'unpriced-lines'; readonly skus: readonly string[] }
  | { readonly type: 'fonts-unavailable' }
  /** The person no longer wanted it. */
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly message: string };

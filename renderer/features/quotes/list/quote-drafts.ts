import type { Partner } from '#shared/domain/partner/partner';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { Quote } from '#shared/domain/quote/quote';
import { addDays } from '#shared/lib/clock';
import type { Language } from '#shared/domain/catalog/localized';
import type { ArgsOf } from '#shared/mutations/registry';

type NewQuote = ArgsOf<'createQuote'>;

interface Basis {
  readonly id: string;
  readonly number: string;
  /** A day in the partner's time zone (PR-30). */
  readonly today: string;
}

/** The partner's own book: in its currency and made for its tier, else in its currency, else any. */
export function bookFor(partner: Partner, books: readonly PriceBookHeader[]): PriceBookHeader | undefined {
  const inCurrency = books.filter(({ currency }) => currency === partner.currency);
  return inCurrency.find(({ tier }) => tier === partner.tier) ?? inCurrency[0] ?? books[0];
}

/** A new, empty draft as a partner begins it. */
export function emptyQuote(
  { id, number, today }: Basis,
  partner: Partner,
  book: PriceBookHeader,
  language: Language,
  given: Partial<Pick<Quote, 'accountId' | 'opportunityId' | 'title'>>,
): NewQuote {
  return {
    id,
    number,
    title: given.title ?? '',
    accountId: given.accountId ?? null,
    contactId: null,
    opportunityId: given.opportunityId ?? null,
    currency: book.currency,
    priceBook: { bookId: book.bookId, version: book.version },
    pricingDate: today,
    expiresOn: addDays(today, book.policy.quoteValidityDays),
    documentLanguage: language,
    discountPercent: '0',
    items: [],
    introduction: '',
    terms: partner.proposalTerms[language] ?? partner.proposalTerms.en ?? '',
    internalNotes: '',
  };
}

/** A draft with the same content, priced today from the newest version of the same book that is on this device. */
export function clonedQuote(
  { id, number, today }: Basis,
  quote: Quote,
  books: readonly PriceBookHeader[],
  title: string,
  newId: () => string,
): NewQuote {
  const book = books.find(({ bookId }) => bookId === quote.priceBook.bookId);
  const { accountId, contactId, opportunityId, documentLanguage, discountPercent } = quote;
  const { introduction, terms, internalNotes, currency } = quote;
  return {
    id,
    number,
    title: title.slice(0, 200),
    accountId,
    contactId,
    opportunityId,
    currency,
    priceBook: book ? { bookId: book.bookId, version: book.version } : quote.priceBook,
    pricingDate: today,
    expiresOn: addDays(today, book?.policy.quoteValidityDays ?? 30),
    documentLanguage,
    discountPercent,
    items: quote.items.map((item) => ({ ...item, id: newId() })),
    introduction,
    terms,
    internalNotes,
  };
}

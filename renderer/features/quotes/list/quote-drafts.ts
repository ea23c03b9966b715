import { newestRate } from '#shared/domain/quote/newest-rate';
import type { Partner } from '#shared/domain/partner/partner';
import type { Contract } from '#shared/domain/pricing/contract';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { Quote, QuoteItem } from '#shared/domain/quote/quote';
import { itemCopies } from '#shared/domain/quote/item-copies';
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

/**
 * A draft with the same content, priced today from the newest version of the same book that is on this device. Approval and prices kept
 * from older versions stay behind (PR-61, PR-32); changes to a contract come along while it still runs.
 */
export function clonedQuote(
  { id, number, today }: Basis,
  quote: Quote,
  books: readonly PriceBookHeader[],
  title: string,
  newId: () => string,
  contracts: readonly Contract[],
): NewQuote {
  const contractStays = contracts.some(({ id, endsOn }) => id === quote.contractId && endsOn >= today);
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
    exchangeRate: book ? newestRate(book, currency) : (quote.exchangeRate ?? null),
    dealRegistrationId: quote.dealRegistrationId ?? null,
    contractId: contractStays ? (quote.contractId ?? null) : null,
    // It was granted for the other quote alone.
    specialBidId: null,
    priceBook: book ? { bookId: book.bookId, version: book.version } : quote.priceBook,
    pricingDate: today,
    expiresOn: addDays(today, book?.policy.quoteValidityDays ?? 30),
    documentLanguage,
    discountPercent,
    items: clonedItems(quote, contractStays, newId),
    introduction,
    terms,
    internalNotes,
  };
}

/** Of a contract that is over nothing can be given back, and nothing added to it: such a line starts anew or is left out. */
function clonedItems(quote: Quote, contractStays: boolean, newId: () => string): QuoteItem[] {
  const kept = quote.items.filter(
    (item) => item.kind === 'section' || contractStays || item.contractChange?.action !== 'reduce',
  );
  const copies = itemCopies({ items: kept }, new Set(kept.map(({ id }) => id)), newId);
  return copies.map((item) =>
    item.kind === 'section'
      ? item
      : {
          ...item,
          keptVersion: null,
          ...(contractStays
            ? {}
            : {
                contractChange: null,
                term: item.term?.end.kind === 'contract' ? null : (item.term ?? null),
              }),
        },
  );
}

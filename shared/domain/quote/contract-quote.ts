import { addDays } from '../../lib/clock';
import type { Partner } from '../partner/partner';
import type { Language } from '../catalog/localized';
import { isInForce } from '../pricing/effective';
import type { Contract } from '../pricing/contract';
import type { PriceBookHeader } from '../pricing/price-book';
import type { Quote, QuoteLine } from './quote';
import { newestRate } from './newest-rate';

export interface ContractQuoteBasis {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** A day in the partner's time zone (PR-30). */
  readonly today: string;
  readonly contract: Contract;
  readonly book: PriceBookHeader;
  readonly partner: Pick<Partner, 'proposalTerms'>;
  readonly language: Language;
  readonly lines: readonly QuoteLine[];
}

/** What every quote about a contract begins with; state, owner and times are whoever's that makes it. */
export type ContractQuote = Omit<
  Quote,
  'partnerId' | 'ownerId' | 'state' | 'revision' | 'approval' | 'lastEdit' | 'createdAt' | 'updatedAt'
>;

/**
 * PR-50, PR-51: a quote that changes or renews a contract, in the contract's currency, from a book of today. It can be used as long as the
 * contract runs, or for the days that the book gives every quote where that is longer.
 */
export function contractQuote(basis: ContractQuoteBasis): ContractQuote {
  const { id, number, title, today, contract, book, partner, language, lines } = basis;
  const usual = addDays(today, book.policy.quoteValidityDays);
  const afterEnd = addDays(contract.endsOn, 1);
  return {
    id,
    number,
    title: title.slice(0, 200),
    accountId: contract.accountId,
    contactId: null,
    opportunityId: null,
    currency: contract.currency,
    exchangeRate: newestRate(book, contract.currency),
    priceBook: { bookId: book.bookId, version: book.version },
    pricingDate: today,
    expiresOn: usual > afterEnd ? usual : afterEnd,
    documentLanguage: language,
    discountPercent: '0',
    items: [...lines],
    introduction: '',
    terms: partner.proposalTerms[language] ?? partner.proposalTerms.en ?? '',
    internalNotes: '',
    contractId: contract.id,
  };
}

/**
 * The book that a contract's quotes are priced from: `preferred` (the one it was ordered from), else the partner's own tier in the contract's
 * currency, else any in that currency, else one that has a rate for it. undefined: none of today's books will do.
 */
export function bookForContract(
  { currency }: Pick<Contract, 'currency'>,
  books: readonly PriceBookHeader[],
  facts: {
    readonly partner: Pick<Partner, 'tier'>;
    readonly today: string;
    readonly preferred: string | null;
  },
): PriceBookHeader | undefined {
  const { partner, today, preferred } = facts;
  const inForce = books.filter(({ validFrom, validUntil }) => isInForce(today, validFrom, validUntil));
  const inCurrency = inForce.filter((book) => book.currency === currency);
  return (
    inCurrency.find(({ bookId }) => bookId === preferred) ??
    inCurrency.find(({ tier }) => tier === partner.tier) ??
    inCurrency[0] ??
    inForce.find((book) => newestRate(book, currency) !== null)
  );
}

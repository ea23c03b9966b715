import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { trimDecimals } from '../money/format-decimal';
import type { PricedLine, PricedQuote } from '../pricing/priced';
import { linesOf, type Quote, type QuoteLine } from './quote';

/**
 * PR-61, PR-112: SHA-256 (lower-case hex) of what an approval covers, as RFC 8785 JSON: lines, quantities, prices, terms, customer and
 * validity. Not notes, introduction, sections or the order of lines; but which quote and revision it is, so that a copy has its own.
 */
export function contentHash(quote: Quote, priced: PricedQuote): string {
  const json = canonicalize(contentOf(quote, priced));
  // canonicalize gives nothing only for a value that is no JSON at all.
  if (json === undefined) throw new TypeError('The content of a quote is always JSON');
  return bytesToHex(sha256(utf8ToBytes(json)));
}

function contentOf(quote: Quote, priced: PricedQuote) {
  return {
    content: 2,
    quoteId: quote.id,
    number: quote.number,
    revision: quote.revision,
    partnerId: quote.partnerId,
    accountId: quote.accountId,
    currency: quote.currency,
    source: priced.source,
    pricingDate: quote.pricingDate,
    validity: { expiresOn: quote.expiresOn, ...priced.validity },
    terms: quote.terms,
    exchangeRate: rateOf(quote.exchangeRate),
    contractId: quote.contractId ?? null,
    dealRegistrationId: quote.dealRegistrationId ?? null,
    specialBidId: quote.specialBidId ?? null,
    discountPercent: plain(quote.discountPercent),
    lines: linesOf(quote)
      .map((line, index) => ({ ...termsOf(line), price: pricesOf(priced.lines[index]) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    totals: priced.totals,
  };
}

/** "1.50" and "1.5" are the same content. */
const plain = (text: string): string => trimDecimals(text, 0);

function termsOf(line: QuoteLine) {
  const { sell } = line;
  return {
    id: line.id,
    sku: line.sku,
    description: line.description,
    quantity: plain(line.quantity),
    optional: line.optional,
    sell:
      sell.kind === 'list'
        ? sell
        : sell.kind === 'fixed'
          ? { kind: sell.kind, unitPrice: plain(sell.unitPrice) }
          : { kind: sell.kind, percent: plain(sell.percent) },
    discountPercent: plain(line.discountPercent),
    component: line.component ?? null,
    term: termOf(line.term),
    alternative: line.alternative ?? null,
    contractChange: line.contractChange ?? null,
    keptVersion: line.keptVersion ?? null,
  };
}

const rateOf = (frozen: Quote['exchangeRate']) =>
  frozen ? { rate: plain(frozen.rate), date: frozen.date } : null;

const termOf = (term: QuoteLine['term']) =>
  term
    ? { ...term, ramp: term.ramp.map(({ months, quantity }) => ({ months, quantity: plain(quantity) })) }
    : null;

function pricesOf(line: PricedLine | undefined) {
  if (!line) return null;
  if (line.status === 'problem') return { optional: line.optional, problem: line.problem };
  const { quantity, listUnit, buyUnit, sellUnit, listLine, buyLine, sellLine } = line.amounts;
  const { charge, period, payments, bundle } = line.amounts;
  const prices = { listUnit, buyUnit, sellUnit, listLine, buyLine, sellLine };
  return { optional: line.optional, quantity: plain(quantity), ...prices, charge, period, payments, bundle };
}

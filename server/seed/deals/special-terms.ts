import { addDays } from '#shared/lib/clock';
import type { DealRegistration, SpecialBid } from '#shared/domain/pricing/granted-terms';
import { linesOf, type Quote, type QuoteLine } from '#shared/domain/quote/quote';
import { perMille } from '../catalog/list-price';
import type { DealContext } from './deal-context';
import type { QuotePlan } from './deal-plans';
import { daysAgo, instantOn } from './moments';

/** A quote with what the vendor granted, or is asked to grant, for it alone (PR-20). */
export interface SpecialTerms {
  readonly quote: Quote;
  readonly dealRegistration: DealRegistration | null;
  readonly specialBid: SpecialBid | null;
}

export function specialTerms(context: DealContext, { special }: QuotePlan, quote: Quote): SpecialTerms {
  switch (special) {
    case 'registered-deal': {
      const dealRegistration = registration(context, quote);
      const registered = { ...quote, dealRegistrationId: dealRegistration.id };
      return { quote: registered, dealRegistration, specialBid: null };
    }
    case 'granted-bid': {
      const specialBid = granted(context, requested(context, quote));
      return { quote: { ...quote, specialBidId: specialBid.id }, dealRegistration: null, specialBid };
    }
    case 'requested-bid':
      return { quote, dealRegistration: null, specialBid: requested(context, quote) };
    default:
      return { quote, dealRegistration: null, specialBid: null };
  }
}

function registration({ partner, today, item }: DealContext, quote: Quote): DealRegistration {
  const families = new Set(linesOf(quote).flatMap(({ sku }) => item(sku)?.product.family ?? []));
  return {
    id: `${quote.id}-registration`,
    partnerId: partner.id,
    number: `DR-${today.slice(0, 4)}-${quote.number.slice(2, 6)}`,
    accountId: quote.accountId ?? '',
    validFrom: daysAgo(today, 9),
    validUntil: addDays(today, 52),
    discounts: [...families].map((family) => ({ family, sku: null, percent: '4' })),
  };
}

/** Demo bids have numbers below 1001, where the server begins its own. */
const bidNumber = ({ partner }: DealContext, at: number): string =>
  `SB-${1 + ((partner.name.length * 37 + at * 11) % 900)}`;

function requested(context: DealContext, quote: Quote): SpecialBid {
  const { partner, today, item, texts, source } = context;
  const wanted = linesOf(quote)
    .filter(({ optional }) => !optional)
    .slice(0, 3);
  const price = ({ sku }: QuoteLine): string => {
    const list = item(sku)?.list;
    const own = list && Object.entries(list).find(([currency]) => currency === quote.currency)?.[1];
    return perMille(own ?? '0.00', 600);
  };
  return {
    id: `${quote.id}-bid`,
    partnerId: partner.id,
    ownerId: quote.ownerId,
    quoteId: quote.id,
    quoteNumber: quote.number,
    accountId: quote.accountId,
    currency: quote.currency,
    state: 'requested',
    justification: texts.bidJustification[source.language],
    competitor: 'Nordbyte',
    wanted: wanted.map((line) => ({
      lineId: line.id,
      sku: line.sku,
      quantity: line.quantity,
      unitPrice: price(line),
    })),
    terms: [],
    number: bidNumber(context, quote.id.length + Number(quote.number.slice(-2))),
    validFrom: null,
    validUntil: null,
    decision: null,
    requestedAt: instantOn(daysAgo(today, 2), 35),
    updatedAt: instantOn(daysAgo(today, 2), 35),
  };
}

function granted({ today, channelManager, texts, source }: DealContext, bid: SpecialBid): SpecialBid {
  const at = instantOn(daysAgo(today, 1), 95);
  const skus = [...new Set(bid.wanted.map(({ sku }) => sku))];
  return {
    ...bid,
    state: 'granted',
    terms: skus.map((sku) => ({ sku, price: { kind: 'percent', percent: '6' }, maxQuantity: '500' })),
    validFrom: daysAgo(today, 6),
    validUntil: addDays(today, 33),
    decision: { by: channelManager.name, at, comment: texts.bidComment[source.language] },
    updatedAt: at,
  };
}

import { addDays } from '#shared/lib/clock';
import { textIn } from '#shared/domain/catalog/localized';
import type { Account, Contact } from '#shared/domain/deal/account';
import type { DealRegistration, SpecialBid } from '#shared/domain/pricing/granted-terms';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { PriceQuoteInput } from '#shared/domain/quote/price-quote-input';
import type { Quote } from '#shared/domain/quote/quote';
import { randomFrom } from '../random';
import { idOf } from './build-accounts';
import { bookFor, type PlannedOpportunity } from './build-opportunities';
import { buildQuoteItems } from './build-quote-items';
import type { DealContext } from './deal-context';
import { quotePlans, type QuotePlan } from './deal-plans';
import { daysAgo, instantOn } from './moments';
import { specialTerms, type SpecialTerms } from './special-terms';

/** A quote with its price by the engine. */
export interface PlannedQuote {
  readonly plan: QuotePlan;
  readonly quote: Quote;
  readonly account: Account;
  readonly input: PriceQuoteInput;
  readonly priced: PricedQuote;
  /** What was granted or asked for this quote alone. */
  readonly dealRegistration: DealRegistration | null;
  readonly specialBid: SpecialBid | null;
}

/** A quote for each plan, each on an opportunity of its own at the plan's stage. */
export function buildQuotes(
  context: DealContext,
  opportunities: readonly PlannedOpportunity[],
  contacts: readonly Contact[],
): PlannedQuote[] {
  const free = [...opportunities];
  return quotePlans.map((plan, at) => {
    const found = free.findIndex(({ opportunity }) => opportunity.stage === plan.stage);
    const [planned] = found < 0 ? [] : free.splice(found, 1);
    if (!planned) throw new Error(`No opportunity is left at stage ${plan.stage}`);
    const bare = buildQuote(context, plan, at, planned, contacts);
    const own = specialTerms(context, plan, bare);
    const input = pricingOf(context, own, planned.account);
    return { plan, ...own, account: planned.account, input, priced: priceQuote(input) };
  });
}

function buildQuote(
  context: DealContext,
  plan: QuotePlan,
  at: number,
  { opportunity, account, topic }: PlannedOpportunity,
  contacts: readonly Contact[],
): Quote {
  const { partner, source, texts, random, today } = context;
  const quoteId = idOf(partner.id, 'quote', at);
  const { bookId, currency } = bookFor(context, account);
  const { header } = context.book(bookId);
  // Customers abroad are written to in English.
  const language = account.country === partner.country ? source.language : 'en';
  const createdOn = daysAgo(today, plan.age);
  return {
    id: quoteId,
    partnerId: partner.id,
    ownerId: opportunity.ownerId,
    number: `Q-${deviceCode(opportunity.ownerId)}-${String(101 + at).padStart(4, '0')}`,
    revision: plan.state !== 'draft' && random.chance(30) ? 2 : 1,
    state: plan.state,
    title: topic.name[language],
    accountId: account.id,
    contactId: contacts.find(({ accountId }) => accountId === account.id)?.id ?? null,
    opportunityId: opportunity.id,
    currency,
    priceBook: { bookId, version: header.version },
    pricingDate: createdOn,
    expiresOn: addDays(createdOn, header.policy.quoteValidityDays),
    documentLanguage: language,
    discountPercent: plan.quoteDiscount,
    items: buildQuoteItems(context, plan, { quoteId, account, families: topic.families, language, currency }),
    introduction: random.chance(70) ? random.pick(texts.introductions)[language] : '',
    terms: textIn(texts.proposalTerms, language),
    internalNotes: random.chance(30) ? random.pick(texts.internalNotes)[source.language] : '',
    createdAt: instantOn(createdOn, random.integer(0, 200)),
    updatedAt: instantOn(daysAgo(today, plan.age - 2), random.integer(201, 300)),
  };
}

/** The way to a demo quote's figures is the way to everyone's: the engine. */
const pricingOf = (
  context: DealContext,
  { quote, dealRegistration, specialBid }: SpecialTerms,
  account: Account,
): PriceQuoteInput => ({
  quote,
  book: context.book(quote.priceBook.bookId),
  product: (sku) => context.item(sku)?.product,
  partner: context.partner,
  terms: {
    ...context.terms,
    dealRegistrations: dealRegistration ? [dealRegistration] : [],
    specialBids: specialBid ? [specialBid] : [],
  },
  account,
  role: 'rep',
});

const deviceLetters = Array.from('23456789ABCDEFGHJKLMNPQRSTUVWXYZ');

/** The four characters that stand for a rep's laptop in quote numbers. */
function deviceCode(ownerId: string): string {
  const random = randomFrom(`laptop of ${ownerId}`);
  return Array.from({ length: 4 }, () => random.pick(deviceLetters)).join('');
}

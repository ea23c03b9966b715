import { isOpenStage, type Opportunity } from '#shared/domain/deal/opportunity';
import type { Person } from '#shared/domain/partner/partner';
import type { DemoRecord } from '../demo-vendor';
import type { Account } from '#shared/domain/deal/account';
import { buildContacts } from './build-accounts';
import { buildConflict } from './build-conflict';
import { buildFulfilments } from './build-fulfilments';
import { buildOpportunities, type PlannedOpportunity } from './build-opportunities';
import { buildOrders } from './build-orders';
import { buildQuotes, type PlannedQuote } from './build-quotes';
import { buildRegistrations } from './build-registrations';
import { withApproval } from './build-approvals';
import type { DealContext } from './deal-context';

/** Everything one partner's people wrote, and the vendor's words on their orders. */
export function buildDeals(
  context: DealContext,
  accounts: readonly Account[],
  numbersFrom: number,
): DemoRecord[] {
  const contacts = buildContacts(context, accounts);
  const planned = buildOpportunities(context, accounts);
  const quotes = buildQuotes(context, planned, contacts);
  const approved = quotes.map((quote) => withApproval(context, quote));
  const orders = buildOrders(context, approved, numbersFrom);
  const expected = planned.map((deal) => ({ ...deal, opportunity: estimated(deal.opportunity, quotes) }));
  const isQuoted = ({ opportunity: { id } }: PlannedOpportunity) =>
    quotes.some(({ quote }) => quote.opportunityId === id);
  const [parted, ...unregistered] = expected.filter(
    (deal) => isOpenStage(deal.opportunity.stage) && !isQuoted(deal) && isOf(context.reps[0], deal),
  );
  if (!parted) throw new Error(`${context.partner.id} has no deal for two people to change`);
  const { opportunity: changed, conflict } = buildConflict(context, parted.opportunity);
  const opportunities = expected.map(({ opportunity }) =>
    opportunity.id === changed.id ? changed : opportunity,
  );
  return [
    ...accounts.map((record) => ({ type: 'account' as const, record })),
    ...contacts.map((record) => ({ type: 'contact' as const, record })),
    ...opportunities.map((record) => ({ type: 'opportunity' as const, record })),
    ...context.terms.promotions.map((record) => ({ type: 'promotion' as const, record })),
    ...context.terms.contracts.map((record) => ({ type: 'contract' as const, record })),
    ...approved.flatMap(({ dealRegistration, specialBid, approval, quote }): DemoRecord[] => [
      { type: 'quote', record: quote },
      ...(dealRegistration ? [{ type: 'dealRegistration', record: dealRegistration } as const] : []),
      ...(specialBid ? [{ type: 'specialBid', record: specialBid } as const] : []),
      ...(approval ? [{ type: 'approval', record: approval } as const] : []),
    ]),
    ...orders.map((record) => ({ type: 'order' as const, record })),
    ...buildFulfilments(context, orders, numbersFrom),
    ...buildRegistrations(context, unregistered, registeredDeal(expected, approved)).map((record) => ({
      type: 'registrationRequest' as const,
      record,
    })),
    { type: 'editConflict', record: conflict },
  ];
}

/** A deal with a quote is expected to bring what the quote says, in round hundreds. */
function estimated(opportunity: Opportunity, quotes: readonly PlannedQuote[]): Opportunity {
  const own = quotes.find(({ quote }) => quote.opportunityId === opportunity.id);
  if (!own) return opportunity;
  const [whole = '0'] = own.priced.totals.sell.split('.');
  return { ...opportunity, amount: String(((BigInt(whole) + 99n) / 100n) * 100n) };
}

const isOf = (rep: Person | undefined, { opportunity }: PlannedOpportunity): boolean =>
  opportunity.ownerId === rep?.id;

/** The deal whose quote has a deal registration. */
function registeredDeal(deals: readonly PlannedOpportunity[], quotes: readonly PlannedQuote[]) {
  const using = quotes.find(({ dealRegistration }) => dealRegistration !== null);
  const deal = deals.find(({ opportunity }) => opportunity.id === using?.quote.opportunityId);
  if (!deal || !using?.dealRegistration) throw new Error('No deal is registered');
  return { deal, registration: using.dealRegistration };
}

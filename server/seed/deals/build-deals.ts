import type { Opportunity } from '#shared/domain/deal/opportunity';
import type { DemoRecord } from '../demo-vendor';
import { buildAccounts, buildContacts } from './build-accounts';
import { buildOpportunities } from './build-opportunities';
import { buildOrders } from './build-orders';
import { buildQuotes, type PlannedQuote } from './build-quotes';
import type { DealContext } from './deal-context';

/** Everything one partner's people wrote, and the vendor's words on their orders. */
export function buildDeals(context: DealContext, decidedBy: string, numbersFrom: number): DemoRecord[] {
  const accounts = buildAccounts(context);
  const contacts = buildContacts(context, accounts);
  const planned = buildOpportunities(context, accounts);
  const quotes = buildQuotes(context, planned, contacts);
  const orders = buildOrders(context, quotes, decidedBy, numbersFrom);
  const opportunities = planned.map(({ opportunity }) => estimated(opportunity, quotes));
  return [
    ...accounts.map((record) => ({ type: 'account' as const, record })),
    ...contacts.map((record) => ({ type: 'contact' as const, record })),
    ...opportunities.map((record) => ({ type: 'opportunity' as const, record })),
    ...quotes.map(({ quote }) => ({ type: 'quote' as const, record: quote })),
    ...orders.map((record) => ({ type: 'order' as const, record })),
  ];
}

/** A deal with a quote is expected to bring what the quote says, in round hundreds. */
function estimated(opportunity: Opportunity, quotes: readonly PlannedQuote[]): Opportunity {
  const own = quotes.find(({ quote }) => quote.opportunityId === opportunity.id);
  if (!own) return opportunity;
  const [whole = '0'] = own.priced.totals.sell.split('.');
  return { ...opportunity, amount: String(((BigInt(whole) + 99n) / 100n) * 100n) };
}

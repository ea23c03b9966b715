import { orderFromQuote } from '#shared/domain/order/order-from-quote';
import type { Order } from '#shared/domain/order/order';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import type { Quote } from '#shared/domain/quote/quote';
import type { PolicyVerdict } from '../header/next-steps';
import { err, ok, type Result } from '#shared/lib/result';

/** Why a quote cannot be ordered yet; said to the person before anything is sent. */
export type NotOrderable =
  | { readonly type: 'wrong-state' }
  | { readonly type: 'no-customer' }
  | { readonly type: 'no-prices' }
  /** PR-24, PR-60: the draft must be approved first, or breaks a floor that no approval lifts. */
  | { readonly type: 'needs-approval' }
  | { readonly type: 'blocked' }
  | { readonly type: 'unread-figures'; readonly count: number }
  | { readonly type: 'expired'; readonly until: string }
  | { readonly type: 'unpriced-lines'; readonly skus: readonly string[] }
  | { readonly type: 'nothing-to-order' }
  | { readonly type: 'amount-too-large' };

const orderable: ReadonlySet<Quote['state']> = new Set(['draft', 'approved', 'presented', 'accepted']);

/** The lines and figures an order of this quote would bind (PR-33), or everything that stands in its way. */
export function orderOf(
  quote: Quote,
  priced: PricedQuote | null,
  today: string,
  unreadFigures: number,
  verdict: PolicyVerdict = 'inside',
): Result<Pick<Order, 'lines' | 'totals'>, readonly NotOrderable[]> {
  const problems: NotOrderable[] = [];
  if (!orderable.has(quote.state)) problems.push({ type: 'wrong-state' });
  if (quote.accountId === null) problems.push({ type: 'no-customer' });
  if (unreadFigures > 0) problems.push({ type: 'unread-figures', count: unreadFigures });
  if (!priced) return err([...problems, { type: 'no-prices' }]);
  if (quote.state === 'draft' && (verdict === 'blocked' || verdict === 'needs-approval'))
    problems.push({ type: verdict });
  if (priced.validity.until <= today) problems.push({ type: 'expired', until: priced.validity.until });
  const order = orderFromQuote(quote, priced);
  if (!order.ok) problems.push(order.error);
  if (problems.length > 0) return err(problems);
  return order.ok ? ok(order.value) : err(problems);
}

/** The moves that bring the quote to `accepted`, from where an order can be placed. */
export function statesOnTheWay(state: Quote['state']): readonly ('presented' | 'accepted')[] {
  if (state === 'accepted') return [];
  return state === 'presented' ? ['accepted'] : ['presented', 'accepted'];
}

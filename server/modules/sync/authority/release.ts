import { blockingBreaches } from '#shared/domain/approval/approval-reasons';
import type { Quote } from '#shared/domain/quote/quote';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import type { Rejection } from '#shared/mutations/rejection';
import type { PricedAgain } from './price-again';

/** PR-24: the floors that are broken and that nobody may lift, each once. */
export function brokenFloors(priced: PricedQuote): Rejection | undefined {
  const floors = blockingBreaches(priced).map(({ floor }) => floor);
  return floors.length === 0 ? undefined : { type: 'floor-broken', floors: [...new Set(floors)] };
}

/** PR-60: that approval is needed, and the ids of the rules and floors that ask for it, each once. */
export const approvalNeeded = ({ reasons }: Pick<PricedAgain, 'reasons'>): Rejection => ({
  type: 'approval-needed',
  reasons: [...new Set(reasons.map(({ ruleId }) => ruleId))],
});

/** PR-61: that what was approved, or asked about, is not what the server has. */
export const contentChanged = (client: string, { contentHash: server }: PricedAgain): Rejection => ({
  type: 'content-changed',
  client,
  server,
});

/**
 * PR-24, PR-60, PR-61: why this quote may not be shown to the customer, accepted or ordered: a floor that blocks, or no approval of exactly
 * this content where one is needed. undefined: it may.
 */
export function whyNotReleased(quote: Quote, again: PricedAgain): Rejection | undefined {
  const broken = brokenFloors(again.priced);
  if (broken || again.reasons.length === 0) return broken;
  if (!quote.approval) return approvalNeeded(again);
  const approved = quote.approval.contentHash;
  return approved === again.contentHash ? undefined : contentChanged(approved, again);
}

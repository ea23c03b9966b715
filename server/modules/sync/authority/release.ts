import { blockingBreaches } from '#shared/domain/approval/approval-reasons';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import { unfitBundles } from '#shared/domain/quote/unfit-bundles';
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

/** PR-180: the bundles that hold more, less or other parts than they may. */
function unfit({ input: { quote, product } }: PricedAgain): Rejection | undefined {
  const skus = unfitBundles(quote, product);
  return skus.length === 0 ? undefined : { type: 'bundle-unfit', skus: skus.slice(0, 50) };
}

/** PR-32: an older version that a line kept though the book does not let it. */
function keptInVain({ priced: { source }, input: { quote, book } }: PricedAgain): Rejection | undefined {
  if (book.header.policy.onNewVersion !== 'reprice') return undefined;
  const { bookId } = source;
  const kept = linesOf(quote).find(({ keptVersion }) => (keptVersion ?? source.version) !== source.version);
  return kept?.keptVersion
    ? { type: 'price-book-unavailable', bookId, version: kept.keptVersion }
    : undefined;
}

/**
 * PR-24, PR-60, PR-61, PR-180: why this quote may not be shown to the customer, accepted or ordered: a floor that blocks, a bundle that is none, or no
 * approval of exactly this content where one is needed. undefined: it may.
 */
export function whyNotReleased(quote: Quote, again: PricedAgain): Rejection | undefined {
  const broken = brokenFloors(again.priced) ?? unfit(again) ?? keptInVain(again);
  if (broken || again.reasons.length === 0) return broken;
  if (!quote.approval) return approvalNeeded(again);
  const approved = quote.approval.contentHash;
  return approved === again.contentHash ? undefined : contentChanged(approved, again);
}

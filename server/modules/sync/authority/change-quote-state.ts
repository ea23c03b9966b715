import { endApproval } from '#shared/domain/approval/decide-approval';
import { ok } from '#shared/lib/result';
import type { RecordWrite } from '#shared/mutations/mutation';
import { refuse } from '#shared/mutations/rejection';
import type { Authority, AuthorityContext } from './authority';
import { priceAgain } from './price-again';
import { whyNotReleased } from './release';
import { writtenOf } from './writes';

/** PR-24, PR-60: what goes to the customer, and what the customer accepts, is inside policy or approved as it is. */
export const changeQuoteStateAuthority: Authority = async (writes, context) => {
  const quote = writtenOf(writes, 'quote');
  if (quote.state === 'draft') return ok([...writes, ...(await voidedRequests(quote.id, writes, context))]);
  if (quote.state !== 'presented' && quote.state !== 'accepted') return ok(writes);
  const again = await priceAgain(quote, context);
  if (!again.ok) return again;
  const refusal = whyNotReleased(quote, again.value);
  return refusal ? refuse(refusal) : ok(writes);
};

/** PR-61: a quote that goes back to draft takes the requests about it along, those too that the device did not name. */
export const reviseQuoteAuthority: Authority = async (writes, context) =>
  ok([...writes, ...(await voidedRequests(writtenOf(writes, 'quote').id, writes, context))]);

async function voidedRequests(
  quoteId: string,
  writes: readonly RecordWrite[],
  { records, now }: AuthorityContext,
): Promise<RecordWrite[]> {
  const approvals = await records.all('approval');
  return approvals
    .filter((approval) => approval.quoteId === quoteId && approval.state === 'pending')
    .filter(({ id }) => !writes.some((write) => write.type === 'approval' && write.id === id))
    .map((approval) => ({
      type: 'approval',
      id: approval.id,
      record: endApproval(approval, 'voided', now.toISOString()),
    }));
}

import { decideApproval } from '#shared/domain/approval/decide-approval';
import { ok } from '#shared/lib/result';
import type { Authority } from './authority';
import { priceAgain } from './price-again';
import { voidRequest, whyNotAsAsked } from './void-request';
import { withRecords, writtenOf } from './writes';

/**
 * PR-60, PR-61: a manager's word. The name is the account's and the time the server's. An approval is of what was asked about: when the
 * server's figures are others by now, the request is voided and the quote is a draft again.
 */
export const decideApprovalAuthority: Authority = async (writes, context) => {
  const decided = writtenOf(writes, 'approval');
  const said = decided.decisions.at(-1);
  const asked = context.records.get('approval', decided.id);
  const quote = context.records.get('quote', decided.quoteId);
  if (!said || !asked || !quote) throw new Error('decideApproval decides a request about a quote');

  if (said.outcome === 'approve') {
    const refusal = whyNotAsAsked(asked, await priceAgain(quote, context));
    if (refusal) return { ok: false, error: refusal, voids: voidRequest(asked, quote, context.now) };
  }
  const decision = { ...said, by: context.senderName, at: context.now.toISOString() };
  const again = decideApproval(asked, quote, decision);
  // The shared code said yes to the same a moment ago.
  if (!again.ok) throw new Error(`A decision was taken and then not: ${again.error.type}`);
  return ok(
    withRecords(
      writes,
      { type: 'approval', id: asked.id, record: again.value.approval },
      { type: 'quote', id: quote.id, record: again.value.quote },
    ),
  );
};

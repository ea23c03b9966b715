import { err, ok, type Result } from '../../lib/result';
import type { Quote } from '../quote/quote';
import type { Approval, ApprovalDecision } from './approval';
import { nextApprover } from './approval-steps';

export type DecisionError =
  | { readonly type: 'not-pending'; readonly state: Approval['state'] }
  /** It is somebody else's turn. */
  | { readonly type: 'not-your-turn'; readonly waitingFor: Approval['steps'][number]['approver'] }
  /** PR-61: the quote is not what was asked about. */
  | { readonly type: 'quote-changed' };

export interface Decided {
  readonly approval: Approval;
  readonly quote: Quote;
}

/**
 * PR-60, PR-61: an approver's word on a request. The last approval lets the quote out; a refusal or another offer sends it back to draft,
 * unchanged. The same on the device, on the server and for the vendor's people.
 */
export function decideApproval(
  approval: Approval,
  quote: Quote,
  decision: ApprovalDecision,
): Result<Decided, DecisionError> {
  if (approval.state !== 'pending') return err({ type: 'not-pending', state: approval.state });
  const waitingFor = nextApprover(approval);
  if (waitingFor === undefined || waitingFor !== decision.approver) {
    return err({ type: 'not-your-turn', waitingFor: waitingFor ?? decision.approver });
  }
  if (quote.state !== 'in-approval' || quote.revision !== approval.quoteRevision) {
    return err({ type: 'quote-changed' });
  }
  const decided = { ...approval, decisions: [...approval.decisions, decision], updatedAt: decision.at };
  if (decision.outcome !== 'approve') {
    return ok({
      approval: { ...decided, state: decision.outcome === 'reject' ? 'rejected' : 'countered' },
      quote: { ...quote, state: 'draft', approval: null, updatedAt: decision.at },
    });
  }
  if (nextApprover(decided) !== undefined) return ok({ approval: decided, quote });
  const { contentHash, id: approvalId } = approval;
  return ok({
    approval: { ...decided, state: 'approved' },
    quote: {
      ...quote,
      state: 'approved',
      approval: { kind: 'decided', contentHash, approvalId, by: decision.by, at: decision.at },
      updatedAt: decision.at,
    },
  });
}

/** PR-61: what becomes of a request when its quote is taken back, to be withdrawn or changed. */
export const endApproval = (approval: Approval, state: 'withdrawn' | 'voided', at: string): Approval =>
  approval.state === 'pending' ? { ...approval, state, updatedAt: at } : approval;

import type { Approval, ApprovalDecision } from '#shared/domain/approval/approval';
import { approvalReasons, blockingBreaches } from '#shared/domain/approval/approval-reasons';
import { approvalSteps } from '#shared/domain/approval/approval-steps';
import type { ApprovalReason } from '#shared/domain/approval/approval-reason';
import { contentHash } from '#shared/domain/quote/content-hash';
import { linesOf } from '#shared/domain/quote/quote';
import type { PlannedQuote } from './build-quotes';
import type { DealContext } from './deal-context';
import { daysAgo, instantOn } from './moments';

export interface ApprovedQuote extends PlannedQuote {
  readonly approval: Approval | null;
}

/**
 * PR-60, PR-61: what was let out of draft carries an approval of exactly its content: by itself where nothing needed one, else by a request
 * that everyone concerned said yes to. What waits has a request that waits.
 */
export function withApproval(context: DealContext, planned: PlannedQuote): ApprovedQuote {
  const { plan, quote, input, priced } = planned;
  if (plan.state === 'draft' && plan.request === undefined) return { ...planned, approval: null };
  const blocking = blockingBreaches(priced);
  if (blocking.length > 0) throw new Error(`${quote.number} breaks a floor that nobody may lift`);
  const reasons = approvalReasons(input, priced);
  const hash = contentHash(quote, priced);
  const at = instantOn(daysAgo(context.today, plan.age), 310);
  if (reasons.length === 0) {
    if (plan.request !== undefined) throw new Error(`${quote.number} waits for approval and needs none`);
    const by = context.reps.find(({ id }) => id === quote.ownerId)?.name ?? '';
    const approval = { kind: 'inside-policy', contentHash: hash, approvalId: null, by, at } as const;
    return {
      ...planned,
      quote: { ...quote, approval, updatedAt: later(quote.updatedAt, at) },
      approval: null,
    };
  }
  const approval = request(context, planned, reasons, hash);
  if (approval.state !== 'approved') return { ...planned, approval };
  const last = approval.decisions.at(-1);
  const given = {
    kind: 'decided',
    contentHash: hash,
    approvalId: approval.id,
    by: last?.by ?? '',
    at: last?.at ?? at,
  } as const;
  return {
    ...planned,
    quote: { ...quote, approval: given, updatedAt: later(quote.updatedAt, given.at) },
    approval,
  };
}

function request(
  context: DealContext,
  { plan, quote, priced }: PlannedQuote,
  reasons: readonly ApprovalReason[],
  hash: string,
): Approval {
  const { today, texts, source } = context;
  const { list, sell, buy, marginPercent } = priced.totals;
  const steps = approvalSteps(reasons);
  const requestedAt = instantOn(daysAgo(today, plan.age), 310);
  const said = steps.map(({ approver }, at) => decision(context, approver, plan.age, at));
  const open: Approval = {
    id: `${quote.id}-approval`,
    partnerId: quote.partnerId,
    ownerId: quote.ownerId,
    quoteId: quote.id,
    quoteNumber: quote.number,
    quoteRevision: quote.revision,
    accountId: quote.accountId,
    contentHash: hash,
    currency: quote.currency,
    figures: { list, sell, buy, marginPercent },
    reasons: [...reasons],
    steps,
    message: texts.approvalMessage[source.language],
    state: 'pending',
    decisions: [],
    requestedAt,
    updatedAt: requestedAt,
  };
  switch (plan.request) {
    case 'asked':
      return open;
    case 'at-vendor': {
      if (!steps.some(({ approver }) => approver === 'channel'))
        throw new Error(`${quote.number} waits for the vendor, who is not asked`);
      const decisions = said.filter(({ approver }) => approver === 'manager');
      return { ...open, decisions, updatedAt: decisions.at(-1)?.at ?? requestedAt };
    }
    case 'countered': {
      const [first] = said;
      if (!first) throw new Error(`${quote.number} is asked of nobody`);
      const lines = linesOf(quote)
        .filter(({ discountPercent }) => Number(discountPercent) > 10)
        .map(({ id: lineId }) => ({ lineId, discountPercent: '10' }));
      const comment = texts.counterComment[source.language];
      const counter = { discountPercent: null, lines };
      const decisions = [{ ...first, outcome: 'counter' as const, comment, counter }];
      return { ...open, state: 'countered', decisions, updatedAt: first.at };
    }
    default:
      return { ...open, state: 'approved', decisions: said, updatedAt: said.at(-1)?.at ?? requestedAt };
  }
}

function decision(
  { manager, channelManager, today }: DealContext,
  approver: ApprovalDecision['approver'],
  age: number,
  at: number,
): ApprovalDecision {
  const person = approver === 'manager' ? manager : channelManager;
  return {
    outcome: 'approve',
    approver,
    by: person.name,
    role: person.role,
    at: instantOn(daysAgo(today, age), 330 + at * 45),
    comment: '',
    counter: null,
  };
}

const later = (a: string, b: string): string => (a < b ? b : a);

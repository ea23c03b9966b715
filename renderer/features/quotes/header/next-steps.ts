import type { QuoteState } from '#shared/domain/quote/quote';

/** What a rep can do next with a quote; `order` takes the steps up to acceptance on the way, `ask` and `request` open the approval. */
export type NextStep = 'approve' | 'present' | 'ask' | 'request' | 'accept' | 'order' | 'reject' | 'revise';

/** Whether the policy lets a draft out as it is (PR-24, PR-60). `unknown`: its prices are not here yet. */
export type PolicyVerdict = 'inside' | 'needs-approval' | 'blocked' | 'unknown';

const ofDraft: Readonly<Record<PolicyVerdict, readonly NextStep[]>> = {
  inside: ['present', 'approve', 'order'],
  'needs-approval': ['ask'],
  blocked: ['present'],
  unknown: ['present'],
};
const steps: Readonly<Record<Exclude<QuoteState, 'draft'>, readonly NextStep[]>> = {
  'in-approval': ['request', 'revise'],
  approved: ['present', 'order', 'revise'],
  presented: ['accept', 'order', 'reject', 'revise'],
  accepted: ['order', 'revise'],
  rejected: ['revise'],
  expired: ['revise'],
  ordered: [],
};

/** The likeliest first. All of them are allowed by the lifecycle (QUO-2). */
export const nextSteps = (state: QuoteState, verdict: PolicyVerdict): readonly NextStep[] =>
  state === 'draft' ? ofDraft[verdict] : steps[state];

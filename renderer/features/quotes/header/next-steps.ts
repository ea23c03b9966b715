import type { QuoteState } from '#shared/domain/quote/quote';

/** What a rep can do next with a quote; `order` takes the steps up to acceptance on the way. */
export type NextStep = 'present' | 'accept' | 'order' | 'reject' | 'revise';

const steps: Readonly<Record<QuoteState, readonly NextStep[]>> = {
  draft: ['present', 'order'],
  'in-approval': ['revise'],
  approved: ['present', 'revise'],
  presented: ['accept', 'order', 'reject', 'revise'],
  accepted: ['order', 'revise'],
  rejected: ['revise'],
  expired: ['revise'],
  ordered: [],
};

/** The likeliest first. All of them are allowed by the lifecycle (QUO-2). */
export const nextSteps = (state: QuoteState): readonly NextStep[] => steps[state];

import type { QuoteState } from './quote';

/** QUO-2 as one table: from each state, the states a person or the server may move it to. */
export const quoteTransitions: Readonly<Record<QuoteState, readonly QuoteState[]>> = {
  draft: ['in-approval', 'approved', 'presented', 'expired'],
  'in-approval': ['approved', 'draft'],
  approved: ['presented', 'draft', 'expired'],
  presented: ['accepted', 'rejected', 'draft', 'expired'],
  accepted: ['ordered', 'draft', 'expired'],
  rejected: ['draft'],
  expired: ['draft'],
  ordered: [],
};

export const canMove = (from: QuoteState, to: QuoteState): boolean => quoteTransitions[from].includes(to);

/** Lines, prices and terms change in a draft only; anything else must go back to draft first (PR-61). */
export const isEditable = (state: QuoteState): boolean => state === 'draft';

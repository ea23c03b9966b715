import type { Stage } from '#shared/domain/deal/opportunity';
import type { OrderState } from '#shared/domain/order/order';
import type { QuoteState } from '#shared/domain/quote/quote';

/** How many opportunities of each stage every partner has. */
export const opportunitiesByStage: Readonly<Record<Stage, number>> = {
  prospecting: 6,
  qualification: 5,
  solution: 6,
  proposal: 6,
  negotiation: 4,
  won: 9,
  lost: 4,
};

/** One quote of every partner's demo. */
export interface QuotePlan {
  readonly state: QuoteState;
  /** Days since it was begun. */
  readonly age: number;
  readonly lines: number;
  /** How many of the lines are optional. */
  readonly optional: number;
  readonly sections: boolean;
  /** Line discounts the rep gives; more than 10 % needs approval. */
  readonly discounts: readonly string[];
  readonly quoteDiscount: string;
  /** All lines are sold at this target margin, to win the customer. */
  readonly margin?: string;
  readonly stage: Stage;
  /** How far its request for approval got: asked, taken on to the vendor by the manager, or answered with another offer. */
  readonly request?: 'asked' | 'at-vendor' | 'countered';
  /** Terms of its own that the vendor granted, or was asked for (PR-20). */
  readonly special?: 'registered-deal' | 'granted-bid' | 'requested-bid';
  /** Only for the state "ordered". An order stays "placed" on a device alone: the server receives it or refuses it. */
  readonly order?: Exclude<OrderState, 'placed'>;
}

const usual = ['0', '0', '0', '2', '3', '5'];
const plan = (
  state: QuoteState,
  age: number,
  lines: number,
  stage: Stage,
  more: Partial<QuotePlan> = {},
): QuotePlan => ({
  state,
  age,
  lines,
  stage,
  optional: 0,
  sections: lines > 7,
  discounts: usual,
  quoteDiscount: '0',
  ...more,
});
const ordered = (order: NonNullable<QuotePlan['order']>, age: number, lines: number): QuotePlan =>
  plan('ordered', age, lines, 'won', { order });

export const quotePlans: readonly QuotePlan[] = [
  plan('draft', 1, 9, 'solution', { optional: 2, quoteDiscount: '2', special: 'registered-deal' }),
  plan('draft', 3, 64, 'solution', { optional: 4, special: 'requested-bid' }),
  plan('draft', 6, 3, 'qualification', { special: 'granted-bid' }),
  plan('in-approval', 2, 8, 'negotiation', { discounts: ['12', '15', '18'], request: 'asked' }),
  plan('approved', 5, 12, 'negotiation', { discounts: ['8', '12'], optional: 1 }),
  plan('presented', 8, 15, 'proposal', { optional: 2, quoteDiscount: '1.5' }),
  plan('presented', 14, 6, 'proposal'),
  plan('accepted', 20, 7, 'won', { optional: 1 }),
  plan('rejected', 33, 10, 'lost'),
  plan('expired', 55, 5, 'lost'),
  ordered('received', 4, 6),
  ordered('received', 7, 11),
  ordered('accepted', 12, 4),
  ordered('rejected', 24, 8),
  ordered('shipped', 35, 9),
  ordered('invoiced', 48, 5),
  ordered('paid', 66, 13),
  ordered('paid', 85, 7),
  plan('in-approval', 3, 5, 'negotiation', { margin: '2', request: 'at-vendor' }),
  plan('draft', 4, 6, 'negotiation', { discounts: ['14', '20'], request: 'countered' }),
];

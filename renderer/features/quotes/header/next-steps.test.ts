import { expect, it } from 'vitest';
import { canMove, quoteTransitions } from '#shared/domain/quote/lifecycle';
import type { QuoteState } from '#shared/domain/quote/quote';
import { nextSteps, type NextStep, type PolicyVerdict } from './next-steps';

const targets: Readonly<Partial<Record<NextStep, QuoteState>>> = {
  approve: 'approved',
  present: 'presented',
  ask: 'in-approval',
  accept: 'accepted',
  reject: 'rejected',
  revise: 'draft',
};
const verdicts: readonly PolicyVerdict[] = ['inside', 'needs-approval', 'blocked', 'unknown'];

it('QUO-2 offers only steps that the lifecycle allows', () => {
  const states = Object.keys(quoteTransitions) as QuoteState[];
  const refused = states.flatMap((state) =>
    verdicts.flatMap((verdict) =>
      nextSteps(state, verdict).filter((step) => {
        const target = targets[step];
        return target !== undefined && !canMove(state, target);
      }),
    ),
  );
  expect(refused).toEqual([]);
});

it('QUO-2 an accepted quote is ordered next, an ordered one is done', () => {
  expect(nextSteps('accepted', 'inside')[0]).toBe('order');
  expect(nextSteps('ordered', 'inside')).toEqual([]);
});

it('PR-60 a draft that needs approval can be neither presented nor ordered before it', () => {
  expect(nextSteps('draft', 'needs-approval')).toEqual(['ask']);
  expect(nextSteps('draft', 'inside')).toEqual(['present', 'approve', 'order']);
});

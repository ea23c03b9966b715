import { expect, it } from 'vitest';
import { canMove, quoteTransitions } from '#shared/domain/quote/lifecycle';
import type { QuoteState } from '#shared/domain/quote/quote';
import { nextSteps } from './next-steps';

const targets = { present: 'presented', accept: 'accepted', reject: 'rejected', revise: 'draft' } as const;

it('QUO-2 offers only steps that the lifecycle allows', () => {
  const states = Object.keys(quoteTransitions) as QuoteState[];
  const refused = states.flatMap((state) =>
    nextSteps(state).filter((step) => step !== 'order' && !canMove(state, targets[step])),
  );
  expect(refused).toEqual([]);
});

it('QUO-2 an accepted quote is ordered next, an ordered one is done', () => {
  expect(nextSteps('accepted')[0]).toBe('order');
  expect(nextSteps('ordered')).toEqual([]);
});

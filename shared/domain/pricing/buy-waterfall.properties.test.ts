/** What must hold for every buy waterfall (PR-20, PR-21). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { situations } from '../quote/arbitrary-situation.test-kit';
import { price, type Situation } from '../quote/quote.test-kit';
import { buyStepNames, type BuyStepName, type WaterfallStep } from './policy';

const runs = { numRuns: 60 };
const percentSteps: readonly BuyStepName[] = ['volume', 'tier', 'agreement', 'deal-registration'];

/** The same quote, with these buy steps in place of its own. */
const boughtBy = (situation: Situation, buySteps: WaterfallStep[]) => {
  const policy = situation.book?.policy;
  if (!policy) throw new Error('Every situation has a policy');
  const changed = { ...situation, book: { ...situation.book, policy: { ...policy, buySteps } } };
  return price(changed).lines.map((line) => (line.status === 'priced' ? line.amounts.buyLine : null));
};
/** null: a line without a price, which it has or has not whatever the steps. */
const isAtMost = (line: string | null, other: string | null): boolean =>
  line === null || other === null ? line === other : compare(decimal(line), decimal(other)) <= 0;
const named = (names: readonly BuyStepName[], basis: WaterfallStep['basis']): WaterfallStep[] =>
  names.map((step) => ({ step, basis, bestOf: null }));

describe('every buy waterfall', () => {
  it('PR-21 of percentages on list does not depend on their order', () => {
    fc.assert(
      fc.property(
        situations,
        fc.shuffledSubarray([...percentSteps], { minLength: 2 }),
        (situation, names) => {
          const inOrder = boughtBy(situation, named(names, 'list'));
          expect(boughtBy(situation, named(names.toReversed(), 'list'))).toEqual(inOrder);
        },
      ),
      runs,
    );
  });
  it('PR-20 never gets dearer by one step more', () => {
    fc.assert(
      fc.property(
        situations,
        fc.shuffledSubarray([...buyStepNames], { minLength: 1 }),
        fc.constantFrom('list', 'running'),
        (situation, names, basis) => {
          const without = boughtBy(situation, named(names.slice(0, -1), basis));
          boughtBy(situation, named(names, basis)).forEach((line, index) => {
            expect(isAtMost(line, without[index] ?? null)).toBe(true);
          });
        },
      ),
      runs,
    );
  });
  it('PR-103 of a group is never dearer than by any of its steps alone', () => {
    fc.assert(
      fc.property(
        situations,
        fc.shuffledSubarray([...percentSteps], { minLength: 2, maxLength: 3 }),
        (situation, names) => {
          const group = boughtBy(
            situation,
            named(names, 'running').map((step) => ({ ...step, bestOf: 'group' })),
          );
          for (const name of names) {
            boughtBy(situation, named([name], 'running')).forEach((line, index) => {
              expect(isAtMost(group[index] ?? null, line)).toBe(true);
            });
          }
        },
      ),
      runs,
    );
  });
});

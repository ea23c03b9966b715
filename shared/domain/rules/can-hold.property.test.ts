import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments } from '../deal/account';
import { canHold } from './can-hold';
import { evaluateRules, holds } from './evaluate-rules';
import type { LeadFacts } from './facts';
import { all, any, arbitraryCondition, arbitraryFacts, not } from './rules.test-kit';

const runs = { numRuns: 500 };

/** Every world in which the conditions of the kit can differ. */
const worlds: LeadFacts[] = ['PL', 'DE', 'KZ', 'elsewhere'].flatMap((country) =>
  ['EU', 'Asia', 'elsewhere', null].flatMap((region) =>
    segments.flatMap((segment) =>
      [[], ['Storage'], ['Backup'], ['Storage', 'Backup']].flatMap((families) =>
        ['0', '0.5', '1', '1.5', '2', '2.2', '2.5', '2.7', '3', '4', null].flatMap((amount) =>
          ['EUR', 'other', null].map((currency) => ({
            country,
            region,
            segment,
            families,
            amount,
            currency,
            source: 'Fair',
          })),
        ),
      ),
    ),
  ),
);

describe('ADM-3 conditions', () => {
  it('hold or do not, and "not" is the other of the two', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts, (condition, facts) => {
        expect(holds(not(condition), facts)).toBe(!holds(condition, facts));
      }),
      runs,
    );
  });
  it('"all" and "any" are each other’s opposites (De Morgan)', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryCondition, arbitraryFacts, (a, b, facts) => {
        expect(holds(not(all(a, b)), facts)).toBe(holds(any(not(a), not(b)), facts));
      }),
      runs,
    );
  });
  it('a rule that does not match says what stood in its way', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts, (when, facts) => {
        const { rule, trail } = evaluateRules([{ id: 'one', name: 'One', when, action: 1 }], facts);
        expect(rule === null).toBe(!holds(when, facts));
        for (const { condition, negated, value } of trail[0]?.unmet ?? []) {
          expect(holds(condition, facts)).toBe(negated);
          expect(value).toEqual(facts[condition.fact as keyof LeadFacts]);
        }
      }),
      runs,
    );
  });
  it('canHold says yes exactly when there is a lead for which the condition holds', () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) => {
        const found = worlds.some((facts) => holds(condition, facts));
        expect(canHold('lead-routing', [{ condition, wanted: true }])).toBe(found);
      }),
      { numRuns: 300 },
    );
  });
});

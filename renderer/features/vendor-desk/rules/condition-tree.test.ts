import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '#shared/domain/rules/condition';
import { holds } from '#shared/domain/rules/evaluate-rules';
import { changeAt, toCondition, toTree, type ConditionGroup } from './condition-tree';

const fact = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    fact: fc.constantFrom('country', 'segment'),
    anyOf: fc.array(fc.constantFrom('PL', 'DE', 'public'), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('number' as const),
    fact: fc.constant('amount'),
    compare: fc.constantFrom('below' as const, 'at-most' as const, 'at-least' as const, 'above' as const),
    value: fc.constantFrom('0', '100', '250.5'),
  }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fact,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('condition'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
  ),
}));
const facts = fc.record({
  country: fc.constantFrom('PL', 'DE', null),
  segment: fc.constantFrom('public', 'enterprise'),
  amount: fc.constantFrom('0', '99.99', '100', '250.5', null),
});

describe('ADM-3 a condition is edited as a tree', () => {
  it('and means the same afterwards, whatever it is', () => {
    fc.assert(
      fc.property(condition, facts, (before, about) => {
        expect(holds(toCondition(toTree(before)), about)).toBe(holds(before, about));
      }),
    );
  });

  it('opening and closing the editor changes nothing more a second time', () => {
    fc.assert(
      fc.property(condition, (before) => {
        const once = toCondition(toTree(before));
        expect(toCondition(toTree(once))).toEqual(once);
      }),
    );
  });
});

const inPoland: ConditionGroup = toTree({
  kind: 'all',
  of: [
    { kind: 'text', fact: 'country', anyOf: ['PL'] },
    { kind: 'any', of: [{ kind: 'text', fact: 'segment', anyOf: ['public'] }] },
  ],
});

it('a question deep inside is changed or taken away, and nothing else moves', () => {
  const negated = changeAt(inPoland, [1, 0], (node) => ({ ...node, negated: true }) as typeof node);
  expect(toCondition(negated)).toEqual({
    kind: 'all',
    of: [
      { kind: 'text', fact: 'country', anyOf: ['PL'] },
      { kind: 'any', of: [{ kind: 'not', of: { kind: 'text', fact: 'segment', anyOf: ['public'] } }] },
    ],
  });
  expect(toCondition(changeAt(inPoland, [0], () => null))).toEqual({
    kind: 'all',
    of: [{ kind: 'any', of: [{ kind: 'text', fact: 'segment', anyOf: ['public'] }] }],
  });
});

it('the outermost group stays', () => {
  expect(changeAt(inPoland, [], () => null)).toBe(inPoland);
});

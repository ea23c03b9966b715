import { expect, it } from 'vitest';
import type { ApprovalRule, Condition } from '#shared/domain/pricing/condition';
import { figureKindOf } from './reason-figure';

const rule = (when: Condition): ApprovalRule => ({
  id: 'r1',
  name: 'R1',
  when,
  approver: 'manager',
  order: 0,
});
const reason = { kind: 'rule', ruleId: 'r1' } as const;
const figure = (name: 'sell' | 'discount-percent'): Condition => ({
  kind: 'quote-figure',
  figure: name,
  compare: 'above',
  value: '1',
});

it('PR-60 reads from the rule what its figure measures, however deep it stands', () => {
  expect(figureKindOf(reason, [rule(figure('sell'))])).toBe('amount');
  const deep: Condition = {
    kind: 'all',
    of: [
      { kind: 'has-family', anyOf: ['x'] },
      { kind: 'not', of: figure('discount-percent') },
    ],
  };
  expect(figureKindOf(reason, [rule(deep)])).toBe('percent');
});

it('PR-60 a rule that is not on this device has a plain number', () => {
  expect(figureKindOf(reason, [])).toBe('number');
});

it('PR-24 floors are percentages, the minimum price is money', () => {
  expect(figureKindOf({ kind: 'line-margin', ruleId: 'line-margin' }, [])).toBe('percent');
  expect(figureKindOf({ kind: 'minimum-price', ruleId: 'minimum-price' }, [])).toBe('amount');
});

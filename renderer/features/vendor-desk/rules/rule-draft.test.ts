import { describe, expect, it } from 'vitest';
import type { RuleSetContent } from '#shared/domain/rules/rule-set';
import { compareRules, isWhole, moved, newRule, unfinished, withRules, type AnyRule } from './rule-draft';

const rule = (id: string, fields: Partial<AnyRule> = {}): AnyRule => ({
  ...newRule(id, `Rule ${id}`, 'lead-routing'),
  ...fields,
});
const ruleSet = (...rules: readonly AnyRule[]): RuleSetContent =>
  withRules({ kind: 'lead-routing', regions: [], rules: [] }, rules);

it('ADM-3 a new rule is whole at once: it holds for everything and leaves the decision to a person', () => {
  expect(isWhole(ruleSet(rule('a')))).toBe(true);
  expect(
    isWhole(
      withRules({ kind: 'registration-acceptance', rules: [] }, [
        newRule('a', 'A', 'registration-acceptance'),
      ]),
    ),
  ).toBe(true);
});

it('a question without an answer, or a rule without a name, is not whole', () => {
  const open = rule('b', { when: { kind: 'text', fact: 'country', anyOf: [] } });
  expect([...unfinished(ruleSet(rule('a'), open, rule('c', { name: '' })))]).toEqual([1, 2]);
  expect([...unfinished(ruleSet(rule('a')))]).toEqual([]);
});

it('a rule moves to another place and the others keep their order', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 0, 9)).toEqual(['b', 'c', 'a']);
  expect(moved(['a'], 3, 0)).toEqual(['a']);
});

describe('two versions side by side', () => {
  const changes = (before: RuleSetContent, after: RuleSetContent) =>
    compareRules(before, after).map(({ id, change }) => `${id} ${change}`);

  it('what was added, changed and removed is told by the rule', () => {
    const before = ruleSet(rule('a'), rule('b'), rule('gone'));
    const after = ruleSet(rule('new'), rule('a'), rule('b', { name: 'Renamed' }));
    expect(changes(before, after)).toEqual(['new added', 'a same', 'b changed', 'gone removed']);
  });

  it('another order is a change: the first rule that matches decides', () => {
    expect(changes(ruleSet(rule('a'), rule('b')), ruleSet(rule('b'), rule('a')))).toEqual([
      'b moved',
      'a moved',
    ]);
  });
});

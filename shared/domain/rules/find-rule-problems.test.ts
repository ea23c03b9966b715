import { describe, expect, it } from 'vitest';
import { segments } from '../deal/account';
import type { Condition } from './condition';
import { findRuleProblems } from './find-rule-problems';
import type { LeadPartner } from './route-lead';
import { leadRoutingSchema, registrationAcceptanceSchema, type RoutingAction } from './rule-set';
import { all, any, not, number, text } from './rules.test-kit';

const partner = (id: string, changes: Partial<LeadPartner> = {}): LeadPartner => ({
  id,
  tier: 'gold',
  country: 'PL',
  region: 'EU',
  certifications: ['Storage'],
  openLeads: 0,
  ...changes,
});
const known = {
  partners: [partner('vistula'), partner('odra', { tier: 'silver' })],
  families: ['Storage', 'Backup'],
};
const toAnybody: RoutingAction = {
  kind: 'best',
  near: 'anywhere',
  tier: null,
  certifications: [],
  answerHours: 24,
};
const problemsOf = (...rules: (Condition | [Condition, RoutingAction])[]) => {
  const content = leadRoutingSchema.parse({
    kind: 'lead-routing',
    regions: [{ name: 'EU', countries: ['PL', 'DE'] }],
    rules: rules.map((rule, at) => {
      const [when, action] = Array.isArray(rule) ? rule : [rule, toAnybody];
      return { id: `rule-${at + 1}`, name: `Rule ${at + 1}`, when, action };
    }),
  });
  return findRuleProblems(content, known);
};
const always = all();

const eur = text('currency', 'EUR');

describe('ADM-3 what is odd about rules', () => {
  it.each<[string, Condition]>([
    ['"any" of nothing', any()],
    ['two countries at once', all(text('country', 'PL'), text('country', 'DE'))],
    ['a country and not that country', all(text('country', 'PL'), not(text('country', 'PL')))],
    ['a range without a number', all(number('amount', 'above', '10'), number('amount', 'below', '10'), eur)],
    ['less than nothing', all(number('amount', 'below', '0.00'), eur)],
    ['none of the segments there are', not(text('segment', ...segments))],
    ['a segment nobody has', text('segment', 'giants')],
  ])('matches-nobody: %s', (_what, when) => {
    expect(problemsOf(when, text('source', 'Fair'))).toContainEqual({
      problem: 'matches-nobody',
      ruleId: 'rule-1',
      value: '',
      severity: 'warning',
    });
  });

  it.each<[string, Condition]>([
    ['"all" of nothing', always],
    ['one thing or its opposite', any(text('country', 'PL'), not(text('country', 'PL')))],
    ['every segment there is', text('segment', ...segments)],
  ])('matches-everybody: %s; as the last rule a note', (_what, when) => {
    expect(problemsOf(when, text('source', 'Fair'))[0]).toMatchObject({
      problem: 'matches-everybody',
      severity: 'warning',
    });
    expect(problemsOf(text('source', 'Fair'), when)).toEqual([
      { problem: 'matches-everybody', ruleId: 'rule-2', value: '', severity: 'note' },
    ]);
  });

  it.each<[string, Condition]>([
    // A lead without an amount is neither.
    ['small or large', all(any(number('amount', 'below', '10'), number('amount', 'at-least', '10')), eur)],
    ['several families at once', all(text('families', 'Storage'), not(text('families', 'Backup')))],
    ['exactly one number', all(number('amount', 'at-least', '10'), number('amount', 'at-most', '10.0'), eur)],
  ])('%s is nothing odd', (_what, when) => {
    expect(problemsOf(when)).toEqual([]);
  });

  it('unreachable: after a catch-all, after a wider rule, and after several that together leave nothing', () => {
    expect(problemsOf(always, text('country', 'PL'))).toContainEqual({
      problem: 'unreachable',
      ruleId: 'rule-2',
      value: 'rule-1',
      severity: 'warning',
    });
    expect(problemsOf(text('country', 'PL', 'DE'), text('country', 'PL'))).toMatchObject([
      { problem: 'unreachable', ruleId: 'rule-2', value: 'rule-1' },
    ]);
    expect(
      problemsOf(
        text('segment', 'enterprise', 'public'),
        not(text('segment', 'public')),
        text('segment', 'enterprise', 'public'),
        text('segment', 'public', 'education'),
      ),
    ).toMatchObject([
      { problem: 'unreachable', ruleId: 'rule-3', value: 'rule-1' },
      // No single one takes it all.
      { problem: 'unreachable', ruleId: 'rule-4', value: '' },
    ]);
  });

  it('names that nobody has: families, countries, regions, segments, partners, certifications', () => {
    expect(
      problemsOf([
        all(
          text('families', 'Storage', 'Typewriters'),
          text('country', 'PL', 'XX'),
          text('region', 'Atlantis', 'EU'),
          text('segment', 'public', 'giants'),
        ),
        { kind: 'partners', partnerIds: ['vistula', 'gone'], answerHours: 8 },
      ]).map(({ problem, value }) => `${problem} ${value}`),
    ).toEqual([
      'unknown-family Typewriters',
      'unknown-country XX',
      'unknown-region Atlantis',
      'unknown-segment giants',
      'unknown-partner gone',
    ]);
  });

  it('nobody-to-offer: no partner named, none there is, none so certified or of such a tier', () => {
    const source = text('source', 'Fair');
    const actions: RoutingAction[] = [
      { kind: 'partners', partnerIds: [], answerHours: 8 },
      { kind: 'partners', partnerIds: ['gone'], answerHours: 8 },
      { ...toAnybody, certifications: ['Storage', 'Cooking'] },
      { ...toAnybody, tier: 'platinum' },
    ];
    for (const action of actions) {
      const problems = problemsOf([source, action]).map(({ problem }) => problem);
      expect(problems).toContain('nobody-to-offer');
    }
    expect(problemsOf([source, { ...toAnybody, tier: 'gold' }])).toEqual([]);
    expect(problemsOf([source, { kind: 'keep' }])).toEqual([]);
  });

  it('an amount without its currency: 5,000 of what?', () => {
    expect(problemsOf(number('amount', 'above', '5000'))).toMatchObject([
      { problem: 'amount-without-currency', ruleId: 'rule-1' },
    ]);
  });

  it('registrations: an unknown tier and partner', () => {
    const content = registrationAcceptanceSchema.parse({
      kind: 'registration-acceptance',
      rules: [
        {
          id: 'one',
          name: 'One',
          when: all(text('tier', 'gold', 'diamond'), text('partner', 'vistula', 'gone')),
          action: { kind: 'review' },
        },
      ],
    });
    expect(findRuleProblems(content, known).map(({ problem, value }) => [problem, value])).toEqual([
      ['unknown-tier', 'diamond'],
      ['unknown-partner', 'gone'],
    ]);
  });
});

describe('a rule set is refused', () => {
  const parse = (rule: object, more: object[] = []) =>
    leadRoutingSchema.safeParse({ kind: 'lead-routing', regions: [], rules: [rule, ...more] });
  const good = { id: 'one', name: 'One', when: text('source', 'Fair'), action: { kind: 'keep' } };
  let deep = text('source', 'Fair');
  for (let depth = 0; depth < 9; depth += 1) deep = not(deep);

  it.each<[string, object, object[]]>([
    ['that asks about a fact nobody knows', { ...good, when: text('weather', 'fine') }, []],
    ['that compares a text', { ...good, when: number('country', 'above', '1') }, []],
    ['that looks for an amount in a list', { ...good, when: text('amount', '5') }, []],
    ['with two rules of one id', good, [good]],
    ['nested beyond reading', { ...good, when: deep }, []],
    ['with a number that is none', { ...good, when: number('amount', 'above', '1e3') }, []],
    ['with the other kind’s action', { ...good, action: { kind: 'accept', percent: '5', days: 30 } }, []],
  ])('%s', (_what, rule, more) => {
    expect(parse(good).success).toBe(true);
    expect(parse(rule, more).success).toBe(false);
  });
});

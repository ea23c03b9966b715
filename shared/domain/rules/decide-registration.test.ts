import { describe, expect, it } from 'vitest';
import { decideRegistration } from './decide-registration';
import type { RegistrationFacts } from './facts';
import { registrationAcceptanceSchema } from './rule-set';

const ruleSet = registrationAcceptanceSchema.parse({
  kind: 'registration-acceptance',
  rules: [
    {
      id: 'known',
      name: 'Somebody else has this customer',
      when: { kind: 'number', fact: 'sameCustomerCount', compare: 'at-least', value: '1' },
      action: { kind: 'review' },
    },
    {
      id: 'small',
      name: 'Too small to protect',
      when: {
        kind: 'all',
        of: [
          { kind: 'text', fact: 'currency', anyOf: ['EUR', 'USD'] },
          { kind: 'number', fact: 'amount', compare: 'below', value: '5000' },
        ],
      },
      action: { kind: 'refuse', reason: 'not-eligible', comment: 'From 5,000' },
    },
    {
      id: 'good',
      name: 'Gold and above',
      when: { kind: 'text', fact: 'tier', anyOf: ['gold', 'platinum'] },
      action: { kind: 'accept', percent: '7.5', days: 90 },
    },
  ],
});

const facts = (changes: Partial<RegistrationFacts> = {}): RegistrationFacts => ({
  amount: '20000',
  currency: 'EUR',
  families: ['storage'],
  country: 'PL',
  tier: 'gold',
  sameCustomerCount: '0',
  partner: 'partner-1',
  ...changes,
});

describe('OPP-4 what the rules make of a registration', () => {
  it('is what the first rule says whose condition holds, with why the others before it did not', () => {
    const decided = decideRegistration(ruleSet, facts());
    expect(decided).toMatchObject({
      action: { kind: 'accept', percent: '7.5', days: 90 },
      ruleId: 'good',
      ruleName: 'Gold and above',
    });
    expect(decided.trail.map(({ ruleId, matched }) => [ruleId, matched])).toEqual([
      ['known', false],
      ['small', false],
      ['good', true],
    ]);
    expect(decided.trail[0]?.unmet).toMatchObject([{ condition: { fact: 'sameCustomerCount' }, value: '0' }]);
    // The currency was as wanted; the amount was not.
    expect(decided.trail[1]?.unmet).toMatchObject([{ condition: { fact: 'amount' }, value: '20000' }]);
  });
  it('stops at the first match: later rules are not in the trail', () => {
    const decided = decideRegistration(ruleSet, facts({ sameCustomerCount: '2' }));
    expect(decided).toMatchObject({ action: { kind: 'review' }, ruleId: 'known' });
    expect(decided.trail).toHaveLength(1);
  });
  it('compares amounts exactly', () => {
    const reasonAt = (amount: string) => decideRegistration(ruleSet, facts({ amount })).ruleId;
    expect(reasonAt('4999.999999999')).toBe('small');
    expect(reasonAt('5000.000')).toBe('good');
  });
  it('is a matter for a person when no rule matches', () => {
    expect(decideRegistration(ruleSet, facts({ tier: 'silver' }))).toMatchObject({
      action: { kind: 'review' },
      ruleId: null,
    });
    expect(decideRegistration({ rules: [] }, facts())).toEqual({
      action: { kind: 'review' },
      ruleId: null,
      ruleName: null,
      trail: [],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { anOpportunity } from './an-opportunity.test-kit';
import {
  emptyOpportunity,
  isBegun,
  readOpportunity,
  readOpportunityField,
  valuesBefore,
} from './opportunity-form';

const begun = { ...emptyOpportunity('PLN', '2026-12-31', 'a1'), name: 'Sieć w magazynie' };

describe('OPP-1 new opportunity', () => {
  it('needs a name and a customer; without an amount the estimate is 0', () => {
    expect(readOpportunity(begun, 'pl')).toMatchObject({
      ok: true,
      value: { name: 'Sieć w magazynie', accountId: 'a1', amount: '0', stage: 'prospecting' },
    });
  });

  it('reads the amount as the language writes it, exactly (PR-1)', () => {
    expect(readOpportunity({ ...begun, amount: '12 500,10' }, 'pl')).toMatchObject({
      ok: true,
      value: { amount: '12500.1' },
    });
  });

  it('says what is wrong at its field, all at once', () => {
    expect(readOpportunity({ ...begun, name: '', accountId: '', amount: 'many', closeOn: '' }, 'en')).toEqual(
      {
        ok: false,
        error: {
          name: { type: 'required' },
          accountId: { type: 'required' },
          amount: { type: 'invalid' },
          closeOn: { type: 'required' },
        },
      },
    );
  });

  it('counts as begun once there are words in it', () => {
    expect(isBegun(emptyOpportunity('PLN', '2026-12-31', 'a1'))).toBe(false);
    expect(isBegun(begun)).toBe(true);
  });
});

describe('OPP-1 opportunity edited in place', () => {
  it('keeps the decimals a person typed out of floats', () => {
    expect(readOpportunityField('amount', '0.1', 'en')).toEqual({ ok: true, value: '0.1' });
  });

  it('says when a next step is too long', () => {
    expect(readOpportunityField('nextStep', 'x'.repeat(501), 'en')).toEqual({
      ok: false,
      problem: { type: 'too-long', max: 500, length: 501 },
    });
  });

  it('an undo writes back the fields that changed and no others', () => {
    const before = anOpportunity({ stage: 'proposal', amount: '5' });
    expect(valuesBefore(before, { stage: 'won' })).toEqual({ stage: 'proposal' });
  });
});

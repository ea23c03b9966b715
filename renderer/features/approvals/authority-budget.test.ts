import { describe, expect, it } from 'vitest';
import type { DelegatedAuthority } from '#shared/domain/approval/delegated-authority';
import { budgetOf, leftFor, usableOn } from './authority-budget';

const authority = (amounts: readonly string[]): DelegatedAuthority => ({
  id: 'authority-1',
  partnerId: 'partner-1',
  token: {
    id: 'authority-1',
    partnerId: 'partner-1',
    personId: 'rep-1',
    family: null,
    maxExtraDiscount: '5',
    budget: { amount: '100.00', currency: 'EUR' },
    validFrom: '2026-03-01',
    validUntil: '2026-04-01',
  },
  keyId: 'key-1',
  signature: '0'.repeat(128),
  uses: amounts.map((amount, index) => ({ quoteId: `quote-${index}`, quoteRevision: 1, amount })),
});

describe('PR-62 a delegated authority', () => {
  it('has left what no quote took, exactly', () => {
    expect(budgetOf(authority([]))).toEqual({ spent: '0', left: '100' });
    expect(budgetOf(authority(['0.10', '0.20']))).toEqual({ spent: '0.3', left: '99.7' });
  });

  it('has nothing left when two devices took more than there was', () => {
    expect(budgetOf(authority(['60.00', '60.00']))).toEqual({ spent: '120', left: '0' });
  });

  it('PR-173 has left for a quote what the others did not take', () => {
    expect(leftFor(authority(['60.00', '15.00']), { id: 'quote-1' })).toBe('40');
  });

  it('is good on its first day and not on the one that ends it', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'];
    expect(days.map((day) => usableOn(authority([]), day))).toEqual(['early', 'now', 'now', 'ended']);
  });
});

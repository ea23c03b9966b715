import { describe, expect, it } from 'vitest';
import { aBook } from '#shared/domain/quote/quote.test-kit';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import { aLine, aQuote } from '../a-quote.test-kit';
import { clonedQuote } from './quote-drafts';

const contract = {
  id: 'contract-1',
  partnerId: 'partner-1',
  accountId: 'account-1',
  number: 'C-1',
  currency: 'EUR',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  lines: [],
};
const quote: Quote = aQuote({
  accountId: 'account-1',
  state: 'approved',
  approval: {
    kind: 'decided',
    contentHash: 'a'.repeat(64),
    approvalId: 'x',
    by: 'Anna',
    at: '2026-03-01T09:00:00.000Z',
  },
  contractId: 'contract-1',
  specialBidId: 'bid-1',
  dealRegistrationId: 'deal-1',
  terms: 'Net 30 days',
  items: [
    aLine({ id: 'bundle', keptVersion: 1 }),
    aLine({ id: 'part', component: { parentId: 'bundle', optionId: 'o' } }),
    aLine({ id: 'less', contractChange: { contractLineId: 'c1', action: 'reduce' } }),
    aLine({
      id: 'more',
      contractChange: { contractLineId: 'c1', action: 'add' },
      term: { startsOn: '2026-06-01', end: { kind: 'contract' }, billing: 'monthly', ramp: [] },
    }),
  ],
});
const clonedOn = (today: string) => {
  let n = 0;
  return clonedQuote(
    { id: 'quote-2', number: 'Q-2', today },
    quote,
    [aBook().header],
    'Copy',
    () => `new-${(n += 1)}`,
    [contract],
  );
};

describe('QUO-2 a clone', () => {
  it('keeps terms, bundles and the running contract, and nothing that was granted to the other quote', () => {
    const clone = clonedOn('2026-06-01');
    expect(clone).toMatchObject({
      terms: 'Net 30 days',
      contractId: 'contract-1',
      dealRegistrationId: 'deal-1',
      specialBidId: null,
    });
    expect(clone).not.toHaveProperty('approval');
    expect(linesOf(clone)).toMatchObject([
      { id: 'new-1', keptVersion: null },
      { id: 'new-2', component: { parentId: 'new-1', optionId: 'o' } },
      { contractChange: { action: 'reduce' } },
      { contractChange: { action: 'add' }, term: { end: { kind: 'contract' } } },
    ]);
  });

  it('PR-50 changes no contract that is over', () => {
    const clone = clonedOn('2027-01-01');
    expect(clone.contractId).toBeNull();
    expect(linesOf(clone).map(({ contractChange, term }) => ({ contractChange, term }))).toEqual([
      { contractChange: null, term: null },
      { contractChange: null, term: null },
      { contractChange: null, term: null },
    ]);
  });
});

import type { Approval } from '#shared/domain/approval/approval';

/** Builder for tests: a rep's request that waits for the partner's manager. */
export const anApproval = (changes: Partial<Approval> = {}): Approval => ({
  id: 'approval-1',
  partnerId: 'partner-1',
  ownerId: 'rep-1',
  quoteId: 'quote-1',
  quoteNumber: 'Q-7K2M-0042',
  quoteRevision: 1,
  accountId: 'account-1',
  contentHash: 'a'.repeat(64),
  currency: 'EUR',
  figures: { list: '1000.00', sell: '700.00', buy: '650.00', marginPercent: '7.142857' },
  reasons: [
    {
      kind: 'manual-discount',
      ruleId: 'manual-discount',
      name: '',
      approver: 'manager',
      order: 0,
      lineIds: ['line-1'],
      value: '30',
      limit: '10',
    },
  ],
  steps: [{ approver: 'manager', order: 0 }],
  message: '',
  state: 'pending',
  decisions: [],
  requestedAt: '2026-03-01T09:00:00.000Z',
  updatedAt: '2026-03-01T09:00:00.000Z',
  ...changes,
});

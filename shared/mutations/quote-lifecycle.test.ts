/** QUO-2: the transition table and the mutations say the same. */
import { describe, expect, it } from 'vitest';
import type { Approval } from '../domain/approval/approval';
import { quoteTransitions } from '../domain/quote/lifecycle';
import { quoteStates, type QuoteState } from '../domain/quote/quote';
import { aQuote } from '../domain/quote/quote.test-kit';
import type { MutationContext } from './mutation';
import { aRep, RecordSet } from './record-set.test-kit';
import type { ArgsOf, MutationName } from './registry';
import { runMutation } from './run-mutation';

const contentHash = 'a'.repeat(64);
const anApproval: Approval = {
  id: 'approval-1',
  partnerId: 'partner-1',
  ownerId: 'person-1',
  quoteId: 'quote-1',
  quoteNumber: 'Q-7K2M-0042',
  quoteRevision: 1,
  accountId: 'account-1',
  contentHash,
  currency: 'EUR',
  figures: { list: '100', sell: '80', buy: '70', marginPercent: '12.5' },
  reasons: [
    {
      kind: 'manual-discount',
      ruleId: 'manual-discount',
      name: '',
      approver: 'manager',
      order: 0,
      lineIds: ['line-1'],
      value: '20',
      limit: '10',
    },
  ],
  steps: [{ approver: 'manager', order: 0 }],
  message: '',
  state: 'pending',
  decisions: [],
  requestedAt: '2026-03-01T09:00:00.000Z',
  updatedAt: '2026-03-01T09:00:00.000Z',
};
const aManager: MutationContext = { ...aRep, userId: 'manager-1', role: 'manager' };

type Attempt = {
  [N in MutationName]: { readonly name: N; readonly args: ArgsOf<N>; readonly by?: MutationContext };
}[MutationName];

const decide = (outcome: 'approve' | 'reject' | 'counter'): Attempt => ({
  name: 'decideApproval',
  args: { id: 'approval-1', quoteId: 'quote-1', by: 'Ewa', outcome, comment: '', counter: null },
  by: aManager,
});
const moveTo = (to: ArgsOf<'changeQuoteState'>['to']): Attempt => ({
  name: 'changeQuoteState',
  args: { id: 'quote-1', to },
});

/** Everything that moves a quote from one state to another. */
const attempts: readonly Attempt[] = [
  moveTo('draft'),
  moveTo('presented'),
  moveTo('accepted'),
  moveTo('rejected'),
  moveTo('expired'),
  { name: 'reviseQuote', args: { id: 'quote-1', revision: 1, approvalId: null } },
  {
    name: 'requestApproval',
    args: {
      id: 'approval-2',
      quoteId: 'quote-1',
      contentHash,
      figures: anApproval.figures,
      reasons: anApproval.reasons,
      message: '',
    },
  },
  { name: 'withdrawApproval', args: { id: 'approval-1', quoteId: 'quote-1' } },
  decide('approve'),
  decide('reject'),
  decide('counter'),
  { name: 'approveQuote', args: { quoteId: 'quote-1', contentHash, by: 'Jan', uses: [] } },
  {
    name: 'placeOrder',
    args: {
      id: 'order-1',
      businessId: '0b6f7a52-6f0e-4c5e-9d6f-0a52b3c1d2e3',
      quoteId: 'quote-1',
      quoteRevision: 1,
      lines: [{ lineId: 'a', sku: 'A', description: 'a', quantity: '1', sellNet: '1', buyNet: '1' }],
      totals: { sellNet: '1', tax: '0', gross: '1', buyNet: '1', taxGroups: [] },
      purchaseOrderNumber: '',
      note: '',
    },
  },
];

/** The state that an attempt leaves a quote in, which was in `from`; undefined when it was refused. */
function stateAfter(from: QuoteState, { name, args, by = aRep }: Attempt): QuoteState | undefined {
  const records = new RecordSet();
  records.write([
    { type: 'quote', id: 'quote-1', record: aQuote({ state: from }) },
    { type: 'approval', id: 'approval-1', record: anApproval },
  ]);
  const result = runMutation(name, args, records, by);
  if (!result.ok) return undefined;
  records.write(result.value);
  return records.get('quote', 'quote-1')?.state;
}

describe('QUO-2 the life of a quote', () => {
  it('every transition of the table is made by some mutation, and no mutation makes another', () => {
    const made = Object.fromEntries(
      quoteStates.map((from) => {
        const reached = attempts.flatMap((attempt) => stateAfter(from, attempt) ?? []);
        return [from, [...new Set(reached)].toSorted()];
      }),
    );
    const table = Object.fromEntries(
      Object.entries(quoteTransitions).map(([from, states]) => [from, [...states].toSorted()]),
    );
    expect(made).toEqual(table);
  });
});

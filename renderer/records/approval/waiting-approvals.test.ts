import { expect, it } from 'vitest';
import { anApproval } from './an-approval.test-kit';
import { waitingApprovals } from './waiting-approvals';

const manager = { userId: 'boss', role: 'manager' } as const;
const money = (id: string, sell: string, requestedAt = '2026-03-01T09:00:00.000Z') =>
  anApproval({ id, requestedAt, figures: { list: '0', sell, buy: '0', marginPercent: null } });
const ids = (approvals: readonly { readonly id: string }[]) => approvals.map(({ id }) => id);

it('the most money comes first, by value and not by digits; of the same amount the longest waiting', () => {
  const waiting = [
    money('small', '900.00'),
    money('late', '10000.00', '2026-03-02T09:00:00.000Z'),
    money('early', '10000.0'),
  ];
  expect(ids(waitingApprovals(waiting, manager))).toEqual(['early', 'late', 'small']);
});

it('QUO-3 nobody decides about his own request, and reps decide nothing', () => {
  expect(waitingApprovals([anApproval({ ownerId: 'boss' })], manager)).toEqual([]);
  expect(waitingApprovals([anApproval()], { userId: 'rep-2', role: 'rep' })).toEqual([]);
});

it('PR-60 a request waits for the manager only when it is his turn and nothing is decided', () => {
  const steps = [
    { approver: 'channel' as const, order: 0 },
    { approver: 'manager' as const, order: 1 },
  ];
  const channel = { outcome: 'approve', approver: 'channel', by: 'Nora', role: 'channel' } as const;
  const decisions = [{ ...channel, at: '2026-03-01T10:00:00.000Z', comment: '', counter: null }];
  expect(ids(waitingApprovals([anApproval({ steps })], manager))).toEqual([]);
  expect(ids(waitingApprovals([anApproval({ steps, decisions })], manager))).toEqual(['approval-1']);
  expect(ids(waitingApprovals([anApproval({ state: 'voided' })], manager))).toEqual([]);
});

import { expect, it } from 'vitest';
import { anApproval } from '../../records/approval/an-approval.test-kit';
import { filterApprovals, filtersFor } from './approval-filter';

const all = [
  anApproval({ id: 'old', ownerId: 'rep-1', quoteNumber: 'Q-1', requestedAt: '2026-03-01T09:00:00.000Z' }),
  anApproval({ id: 'new', ownerId: 'rep-2', quoteNumber: 'Q-2', requestedAt: '2026-03-02T09:00:00.000Z' }),
];
const me = { userId: 'rep-1', role: 'manager' } as const;
const ids = (...[filter, text = '']: ['waiting' | 'mine' | 'all', string?]) =>
  filterApprovals(all, filter, text, me, ({ id }) => (id === 'old' ? 'Łódzka Fabryka' : 'Acme')).map(
    ({ id }) => id,
  );

it('shows what waits for me, what I asked for, or all, newest first', () => {
  expect([ids('waiting'), ids('mine'), ids('all')]).toEqual([['new'], ['old'], ['new', 'old']]);
});

it('finds by number and by customer, without accents', () => {
  expect([ids('all', 'lodzka'), ids('all', 'q-2'), ids('all', 'nobody')]).toEqual([['old'], ['new'], []]);
});

it('only a manager has something waiting for a word', () => {
  expect(filtersFor('manager')[0]).toBe('waiting');
  expect(filtersFor('rep')).not.toContain('waiting');
});

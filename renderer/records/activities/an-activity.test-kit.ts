import type { Activity } from '#shared/domain/deal/activity';

/** Builder for tests: a call with what the test cares about changed. */
export const anActivity = (changes: Partial<Activity> = {}): Activity => ({
  id: 'v1',
  partnerId: 'p1',
  ownerId: 'anna',
  kind: 'call',
  about: { type: 'opportunity', id: 'o1' },
  subject: 'Asked for the budget',
  text: '',
  at: '2026-11-20T09:00:00.000Z',
  dueOn: null,
  done: null,
  createdAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-20T09:00:00.000Z',
  ...changes,
});

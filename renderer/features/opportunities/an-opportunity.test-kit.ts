import type { Opportunity } from '#shared/domain/deal/opportunity';

/** Builder for tests: a plain open deal with what the test cares about changed. */
export const anOpportunity = (changes: Partial<Opportunity> = {}): Opportunity => ({
  id: 'o1',
  partnerId: 'p1',
  ownerId: 'anna',
  accountId: 'a1',
  name: 'New firewalls',
  stage: 'prospecting',
  amount: '1000',
  currency: 'EUR',
  closeOn: '2026-12-01',
  nextStep: '',
  notes: '',
  createdAt: '2026-11-01T08:00:00.000Z',
  updatedAt: '2026-11-01T08:00:00.000Z',
  ...changes,
});

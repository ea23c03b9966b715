import { expect, test } from 'vitest';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import { pipelines } from './pipeline';

const deal = (change: Partial<Opportunity>): Opportunity => ({
  id: 'o1',
  partnerId: 'p1',
  ownerId: 'u1',
  accountId: 'a1',
  name: 'Refresh',
  stage: 'prospecting',
  amount: '100.00',
  currency: 'EUR',
  closeOn: '2026-12-01',
  nextStep: '',
  notes: '',
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  ...change,
});

test('amounts of two currencies are never added', () => {
  const result = pipelines([deal({ amount: '0.10' }), deal({ amount: '0.20' }), deal({ currency: 'PLN' })]);
  expect(result.map(({ currency, amount }) => [currency, amount])).toEqual([
    ['EUR', '0.3'],
    ['PLN', '100'],
  ]);
});

test('won and lost deals are no longer in the pipeline', () => {
  expect(pipelines([deal({ stage: 'won' }), deal({ stage: 'lost' })])).toEqual([]);
});

test('stages stand in the order of the sales path, empty ones too', () => {
  const [eur] = pipelines([deal({ stage: 'negotiation' }), deal({ stage: 'negotiation' })]);
  expect(eur?.stages.map(({ stage, count }) => `${stage} ${String(count)}`)).toEqual([
    'prospecting 0',
    'qualification 0',
    'solution 0',
    'proposal 0',
    'negotiation 2',
  ]);
});

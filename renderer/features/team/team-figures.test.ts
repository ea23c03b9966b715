import { describe, expect, it } from 'vitest';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import { goalPeriods, teamFigures } from './team-figures';

const at = '2026-11-01T08:00:00.000Z';
const aDeal = (changes: Partial<Opportunity>): Opportunity => ({
  id: 'o1',
  partnerId: 'p1',
  ownerId: 'anna',
  accountId: 'a1',
  name: 'Deal',
  stage: 'negotiation',
  amount: '0.1',
  currency: 'EUR',
  closeOn: '2026-12-31',
  nextStep: '',
  notes: '',
  createdAt: at,
  updatedAt: at,
  ...changes,
});
const people = [
  { id: 'maria', name: 'Maria', role: 'manager' as const },
  { id: 'anna', name: 'Anna', role: 'rep' as const },
  { id: 'vera', name: 'Vera', role: 'channel' as const },
];

describe('how the team stands', () => {
  const figures = teamFigures(
    people,
    [
      aDeal({}),
      aDeal({ id: 'o2', amount: '0.2', closeOn: '2026-11-01' }),
      aDeal({ id: 'o3', currency: 'PLN', stage: 'won', amount: '7' }),
      aDeal({ id: 'o4', ownerId: 'maria', forecast: 'omitted', amount: '5' }),
      aDeal({ id: 'o5', stage: 'lost', closeOn: '2026-01-01' }),
    ],
    [],
    null,
    '2026-11-22',
  );

  it('everybody together comes first, then each by name; the vendor’s people are no part of it', () => {
    expect(figures.map(({ person }) => person?.name)).toEqual([undefined, 'Anna', 'Maria']);
  });
  it('PR-1 sums exactly, currency by currency', () => {
    expect(figures[1]?.totals).toMatchObject([
      { currency: 'EUR', byForecast: { commit: '0.3' }, weighted: '0.24' },
      { currency: 'PLN', won: '7' },
    ]);
    expect(figures[0]?.totals[0]?.byForecast).toMatchObject({ commit: '0.3', omitted: '5' });
  });
  it('late is what is open and whose day has passed', () => {
    expect(figures[1]).toMatchObject({ openDeals: 2, lateDeals: 1 });
  });
});

describe('the periods of goals', () => {
  it('reach over the end of the year', () => {
    expect(goalPeriods('2026-11-22')).toEqual(['2026-Q4', '2027-Q1', '2026-11', '2026-12', '2026', '2027']);
    expect(goalPeriods('2026-12-01')).toContain('2027-01');
    expect(goalPeriods('2026-03-31')[0]).toBe('2026-Q1');
  });
});

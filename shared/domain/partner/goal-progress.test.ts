import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../lib/clock';
import type { Goal } from './goal';
import { isInPeriod, periodOf } from './goal-period';
import { goalProgress, type Reached } from './goal-progress';

const goal: Goal = {
  id: 'goal-1',
  partnerId: 'partner-1',
  userId: 'rep-1',
  period: '2026-Q1',
  measure: 'won-amount',
  target: '1000',
  currency: 'PLN',
  setBy: 'manager-1',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const deal = {
  ownerId: 'rep-1',
  stage: 'won',
  amount: '333.33',
  currency: 'PLN',
  closeOn: '2026-03-31',
} as const;
const nothing: Reached = {
  opportunities: [],
  registrations: [],
  quotes: [],
  dayOf: (instant) => instant.slice(0, 10),
};

describe('the period of a goal', () => {
  it('is a year, a quarter or a month, from its first day up to the first day after it', () => {
    expect(periodOf('2026')).toEqual({ from: '2026-01-01', until: '2027-01-01' });
    expect(periodOf('2026-Q4')).toEqual({ from: '2026-10-01', until: '2027-01-01' });
    expect(periodOf('2026-02')).toEqual({ from: '2026-02-01', until: '2026-03-01' });
  });

  it.each(['', '26', '2026-Q5', '2026-13', '2026-00', '2026-1', '2026-Q1 '])('"%s" is none', (text) => {
    expect(() => periodOf(text)).toThrow(RangeError);
  });

  it('every day lies in one month, one quarter and one year', () => {
    const quarters = ['Q1', 'Q2', 'Q3', 'Q4'];
    const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (days) => {
        const day = addDays('2024-01-01', days);
        const year = day.slice(0, 4);
        for (const parts of [quarters, months]) {
          const holding = parts.filter((part) => isInPeriod(day, periodOf(`${year}-${part}`)));
          expect(holding).toHaveLength(1);
        }
        expect(isInPeriod(day, periodOf(year))).toBe(true);
      }),
    );
  });
});

describe('how far a goal is reached', () => {
  it('PR-1 sums what was won exactly, in the goal’s currency, by its person and in its period', () => {
    const opportunities = [
      deal,
      deal,
      deal,
      { ...deal, currency: 'EUR' },
      { ...deal, ownerId: 'rep-2' },
      { ...deal, closeOn: '2026-04-01' },
      { ...deal, stage: 'proposal' as const },
    ];
    expect(goalProgress(goal, { ...nothing, opportunities })).toEqual({
      reached: '999.99',
      // Not 100: it is not reached.
      percent: '99.9',
      isReached: false,
    });
  });

  it('the team’s goal takes everybody’s', () => {
    const opportunities = [deal, { ...deal, ownerId: 'rep-2' }];
    const team = { ...goal, userId: null, measure: 'won-deals', target: '2', currency: null } as const;
    expect(goalProgress(team, { ...nothing, opportunities })).toEqual({
      reached: '2',
      percent: '100.0',
      isReached: true,
    });
  });

  it('counts registrations by the day they were received, without those that were withdrawn', () => {
    const counted = { ...goal, measure: 'registrations', target: '4', currency: null } as const;
    const request = {
      ownerId: 'rep-1',
      state: 'refused',
      capturedAt: '2026-03-31T20:00:00.000Z',
      receivedAt: null,
    } as const;
    const registrations = [
      request,
      { ...request, receivedAt: '2026-04-01T06:00:00.000Z' },
      { ...request, state: 'withdrawn' as const },
    ];
    expect(goalProgress(counted, { ...nothing, registrations })).toMatchObject({
      reached: '1',
      percent: '25.0',
    });
  });

  it('counts quotes that the customer has seen', () => {
    const counted = { ...goal, measure: 'quotes-presented', target: '1', currency: null } as const;
    const quotes = ['draft', 'in-approval', 'approved', 'presented', 'ordered', 'rejected', 'expired'].map(
      (state) => ({ ownerId: 'rep-1', state, pricingDate: '2026-02-01' }),
    );
    expect(goalProgress(counted, { ...nothing, quotes }).reached).toBe('3');
  });

  it('a target of nothing is reached and has no share', () => {
    expect(goalProgress({ ...goal, target: '0' }, nothing)).toEqual({
      reached: '0',
      percent: null,
      isReached: true,
    });
  });
});

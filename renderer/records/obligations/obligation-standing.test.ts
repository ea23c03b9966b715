import { expect, it } from 'vitest';
import type { Obligation } from '#shared/domain/deal/obligation';
import { inOrder, obligationStanding } from './obligation-standing';

const step = (fields: Partial<Obligation>): Obligation =>
  ({ id: 'step', done: null, escalation: null, dueOn: '2026-03-10', ...fields }) as Obligation;
const done = (at: string) => ({ by: 'Lena', at, note: '' });

it('OPP-7 a step is due on its day and overdue the day after', () => {
  expect(obligationStanding(step({}), '2026-03-09')).toBe('open');
  expect(obligationStanding(step({}), '2026-03-10')).toBe('today');
  expect(obligationStanding(step({}), '2026-03-11')).toBe('overdue');
});

it('one that was passed up says so while it is overdue; what is done is done', () => {
  const escalation = { level: 1, at: '2026-03-12T00:00:00.000Z' };
  expect(obligationStanding(step({ escalation }), '2026-03-12')).toBe('escalated');
  expect(obligationStanding(step({ escalation, dueOn: '2026-03-20' }), '2026-03-12')).toBe('open');
  expect(obligationStanding(step({ escalation, done: done('2026-03-12') }), '2026-03-12')).toBe('done');
});

it('what is open comes first by its day, what is done after it, newest first', () => {
  const steps = [
    step({ id: 'done before', done: done('2026-03-01T00:00:00.000Z') }),
    step({ id: 'later', dueOn: '2026-03-20' }),
    step({ id: 'done last', done: done('2026-03-02T00:00:00.000Z') }),
    step({ id: 'sooner' }),
  ];
  expect(inOrder(steps).map(({ id }) => id)).toEqual(['sooner', 'later', 'done last', 'done before']);
});

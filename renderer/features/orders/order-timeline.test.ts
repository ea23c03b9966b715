import { describe, expect, it } from 'vitest';
import { anOrder } from './an-order.test-kit';
import { timelineOf } from './order-timeline';

const stepsOf = (...args: Parameters<typeof timelineOf>) =>
  timelineOf(...args).map(({ state, status }) => `${state}: ${status}`);

const decision = { by: 'Channel desk', at: '2026-11-22T09:00:00.000Z', reason: 'Credit limit' };

describe('ORD-1 the way of an order', () => {
  it('starts on this device, with everything else ahead', () => {
    expect(stepsOf(anOrder())).toEqual([
      'placed: now',
      'received: ahead',
      'accepted: ahead',
      'shipped: ahead',
      'invoiced: ahead',
      'paid: ahead',
    ]);
  });

  it('ends at a rejection, with its reason and by whom', () => {
    const order = anOrder({ state: 'rejected', receivedAt: '2026-11-22T08:00:00.000Z', decision });
    expect(stepsOf(order)).toEqual(['placed: done', 'received: done', 'rejected: refused']);
    expect(timelineOf(order).at(-1)).toMatchObject({ by: 'Channel desk', reason: 'Credit limit' });
  });

  it('has everything behind it but the last step when paid', () => {
    expect(stepsOf(anOrder({ state: 'paid', decision })).slice(-2)).toEqual(['invoiced: done', 'paid: now']);
  });

  it('SY-11 shows when it was placed here and when it was received there', () => {
    const order = anOrder({ state: 'received', receivedAt: '2026-11-30T07:00:00.000Z' });
    expect(
      timelineOf(order)
        .slice(0, 2)
        .map(({ at }) => at),
    ).toEqual(['2026-11-21T18:40:00.000Z', '2026-11-30T07:00:00.000Z']);
  });

  it('says when the vendor reported each step, and nothing of a step that nobody told', () => {
    const report = { id: 'r', reference: '', note: '', amount: null };
    const order = anOrder({
      state: 'paid',
      decision,
      reports: [
        { ...report, id: 'r1', kind: 'delivered', at: '2026-11-24T09:00:00.000Z' },
        { ...report, id: 'r2', kind: 'paid', at: '2026-12-20T09:00:00.000Z' },
      ],
    });
    expect(
      timelineOf(order)
        .slice(-3)
        .map(({ state, at }) => [state, at]),
    ).toEqual([
      ['shipped', '2026-11-24T09:00:00.000Z'],
      ['invoiced', null],
      ['paid', '2026-12-20T09:00:00.000Z'],
    ]);
  });
});

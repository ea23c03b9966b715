import { describe, expect, it } from 'vitest';
import type { Lead, Qualification } from '#shared/domain/lead/lead';
import { byUrgency, isClosedLead, leadStanding } from './lead-standing';

const noon = Date.parse('2026-03-10T12:00:00.000Z');
const lead = (fields: Partial<Lead>): Lead =>
  ({
    id: 'lead',
    state: 'offered',
    acceptBy: '2026-03-10T13:00:00.000Z',
    updatedAt: '2026-03-09T12:00:00.000Z',
    qualification: null,
    ...fields,
  }) as Lead;
const qualified = (state: Qualification['state']) =>
  lead({ state: 'accepted', qualification: { state } as Qualification });

describe('OPP-2 where a lead is', () => {
  it('an offer waits until its deadline, by the server’s clock; from then on it is late', () => {
    expect(leadStanding(lead({}), noon)).toBe('offered');
    expect(leadStanding(lead({}), noon + 3_599_999)).toBe('offered');
    expect(leadStanding(lead({}), noon + 3_600_000)).toBe('late');
  });

  it('OPP-3 an accepted one is where its qualification is', () => {
    expect(leadStanding(lead({ state: 'accepted' }), noon)).toBe('accepted');
    expect(leadStanding(qualified('draft'), noon)).toBe('accepted');
    expect(leadStanding(qualified('sent'), noon)).toBe('with-vendor');
    expect(leadStanding(qualified('sent-back'), noon)).toBe('sent-back');
    expect(leadStanding(qualified('verified'), noon)).toBe('verified');
  });

  it('what was converted, declined, returned or missed is closed whatever its qualification says', () => {
    for (const state of ['converted', 'declined', 'returned', 'missed', 'withdrawn'] as const) {
      const standing = leadStanding({ ...qualified('verified'), state }, noon);
      expect([standing, isClosedLead(standing)]).toEqual([state, true]);
    }
    expect(isClosedLead('with-vendor')).toBe(false);
  });
});

it('what is due first comes first, then what waits for the partner, then the vendor, then what is over', () => {
  const leads = [
    lead({ id: 'over', state: 'declined' }),
    { ...qualified('sent'), id: 'with-vendor' },
    { ...qualified('sent-back'), id: 'sent-back' },
    lead({ id: 'later', acceptBy: '2026-03-11T12:00:00.000Z' }),
    lead({ id: 'sooner' }),
  ];
  expect(leads.toSorted(byUrgency(noon)).map(({ id }) => id)).toEqual([
    'sooner',
    'later',
    'sent-back',
    'with-vendor',
    'over',
  ]);
});

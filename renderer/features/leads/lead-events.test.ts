import { expect, it } from 'vitest';
import type { Lead, Qualification } from '#shared/domain/lead/lead';
import { aLead } from './a-lead.test-kit';
import { leadEvents } from './lead-events';

const told = (lead: Lead) => leadEvents(lead).map(({ kind }) => kind);
const accepted = { by: 'lena', at: '2026-03-09T13:00:00.000Z', reason: null, text: '' };
const qualification: Qualification = {
  answers: {},
  note: 'They asked for a demo',
  score: 70,
  state: 'sent',
  by: 'lena',
  at: '2026-03-09T14:00:00.000Z',
  vendor: null,
};
const vendor = { by: 'Clara Voss', at: '2026-03-09T15:00:00.000Z', comment: 'Well done', score: 80 };

it('OPP-2 a lead tells of its offer, its answer and what became of it', () => {
  expect(told(aLead())).toEqual(['offered']);
  expect(told(aLead({ state: 'accepted', answer: accepted }))).toEqual(['offered', 'accepted']);
  expect(told(aLead({ state: 'missed' }))).toEqual(['offered', 'missed']);
  const declined = { ...accepted, reason: 'no-need' as const, text: 'bought elsewhere' };
  expect(leadEvents(aLead({ state: 'declined', answer: declined })).at(-1)).toMatchObject({
    kind: 'declined',
    reason: 'no-need',
    text: 'bought elsewhere',
  });
});

it('OPP-3 a qualification tells of both sides, in the order of time', () => {
  const lead = aLead({ state: 'accepted', answer: accepted, qualification });
  expect(told(lead)).toEqual(['offered', 'accepted', 'sent']);
  const verified = { ...lead, qualification: { ...qualification, state: 'verified' as const, vendor } };
  expect(told(verified)).toEqual(['offered', 'accepted', 'sent', 'verified']);
  expect(leadEvents(verified).at(-1)).toMatchObject({ byVendor: 'Clara Voss', text: 'Well done' });
});

it('answers that are only a draft are no event', () => {
  const draft = { ...qualification, state: 'draft' as const };
  expect(told(aLead({ state: 'accepted', answer: accepted, qualification: draft }))).toEqual([
    'offered',
    'accepted',
  ]);
});

import { expect, it } from 'vitest';
import { aLead } from './a-lead.test-kit';
import { addressOf, filterLeads, leadFilterOf, noLeadFilter, type LeadFilter } from './lead-filter';

const now = Date.parse('2026-03-10T09:00:00.000Z');
const leads = [
  aLead({ id: 'closed', state: 'declined' }),
  aLead({ id: 'mine', state: 'accepted', ownerId: 'me' }),
  aLead({ id: 'theirs', state: 'accepted', ownerId: 'maria' }),
  aLead({ id: 'offer' }),
  aLead({ id: 'late', acceptBy: '2026-03-10T08:00:00.000Z' }),
];
const shown = (filter: Partial<LeadFilter>) =>
  filterLeads(leads, { ...noLeadFilter, ...filter }, 'me', now).map(({ id }) => id);

it('OPP-2 the inbox begins with what is offered and leaves out what is over', () => {
  expect(shown({})).toEqual(['offer', 'late', 'mine', 'theirs']);
  expect(shown({ view: 'offered' })).toEqual(['offer']);
  expect(shown({ view: 'closed' })).toEqual(['closed']);
  expect(shown({ view: 'all' })).toHaveLength(5);
});

it('my leads are those I accepted', () => {
  expect(shown({ view: 'mine' })).toEqual(['mine']);
  expect(shown({ standing: 'late' })).toEqual(['late']);
});

it('a search looks at company, place, contact, need and number, in any spelling of their letters', () => {
  for (const text of ['lodz wisniewski', 'ewa', 'forty shops', 'L-0001', 'fair']) {
    expect(shown({ text, view: 'offered' })).toEqual(['offer']);
  }
  expect(shown({ text: 'printers' })).toEqual([]);
});

it('a filter stands in the address, and the inbox as it opens in none', () => {
  const filter = { text: 'łódź & co', view: 'closed', standing: 'missed' } as const;
  expect(leadFilterOf(new URLSearchParams(addressOf(filter)))).toEqual(filter);
  expect(addressOf(noLeadFilter)).toEqual({});
  expect(leadFilterOf(new URLSearchParams('view=nonsense&state=nonsense'))).toEqual(noLeadFilter);
});

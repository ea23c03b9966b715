import { expect, it } from 'vitest';
import type { VendorLead } from '#shared/protocol/vendor-lead';
import { deskLeadRows, deskLeadStanding, waitsForDesk } from './desk-leads';

const lead = (fields: Partial<VendorLead>): VendorLead =>
  ({
    id: 'lead',
    number: 'L-1',
    company: { name: 'Müller Optik', city: 'Köln' },
    contact: { name: 'Eva Klein' },
    source: 'fair',
    need: 'switches',
    state: 'offered',
    offers: [],
    qualification: null,
    ...fields,
  }) as VendorLead;
const sent = { state: 'sent' } as NonNullable<VendorLead['qualification']>;

it('OPP-3 an accepted lead whose answers were sent waits to be verified', () => {
  expect(deskLeadStanding(lead({ state: 'accepted', qualification: sent }))).toBe('to-verify');
  expect(deskLeadStanding(lead({ state: 'accepted' }))).toBe('accepted');
  expect(deskLeadStanding(lead({ state: 'converted', qualification: sent }))).toBe('converted');
});

it('OPP-2 what nobody has, and what is to be verified, waits for the desk', () => {
  const leads = [
    lead({ id: 'nobody', state: 'waiting' }),
    lead({ id: 'sent', state: 'accepted', qualification: sent }),
    lead({ id: 'offered' }),
    lead({ id: 'gone', state: 'closed' }),
  ];
  expect(leads.filter(waitsForDesk).map(({ id }) => id)).toEqual(['nobody', 'sent']);
  expect(deskLeadRows(leads, 'to-do', '').map(({ id }) => id)).toEqual(['nobody', 'sent']);
  expect(deskLeadRows(leads, 'done', '').map(({ id }) => id)).toEqual(['gone']);
  expect(deskLeadRows(leads, 'all', 'koln muller')).toHaveLength(4);
});

it('a lead is found by the partner that has it', () => {
  const offers = [{ partnerName: 'Brightpath' }] as VendorLead['offers'];
  expect(deskLeadRows([lead({ offers })], 'all', 'bright')).toHaveLength(1);
});

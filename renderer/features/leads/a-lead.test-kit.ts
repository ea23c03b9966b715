import type { Lead } from '#shared/domain/lead/lead';

/** A lead of a Polish company, offered until noon of 10 March 2026. */
export const aLead = (fields: Partial<Lead> = {}): Lead => ({
  id: 'lead-1',
  partnerId: 'partner',
  number: 'L-0001',
  ownerId: null,
  company: {
    name: 'Zakłady Wiśniewski sp. z o.o.',
    country: 'PL',
    city: 'Łódź',
    street: 'Piotrkowska 1',
    postalCode: '90-001',
    taxId: 'PL 725-18-01-126',
    website: 'https://www.wisniewski.example/kontakt',
    segment: 'mid-market',
  },
  contact: { name: 'Ewa Nowak', jobTitle: 'IT manager', email: 'ewa@wisniewski.example', phone: '' },
  source: 'Trade fair',
  need: 'New routers for forty shops',
  families: ['routers'],
  estimate: { amount: '42000', currency: 'PLN' },
  state: 'offered',
  offeredAt: '2026-03-09T12:00:00.000Z',
  acceptBy: '2026-03-10T12:00:00.000Z',
  answer: null,
  qualification: null,
  converted: null,
  updatedAt: '2026-03-09T12:00:00.000Z',
  ...fields,
});

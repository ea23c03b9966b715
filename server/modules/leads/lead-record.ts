import type { Lead, LeadState } from '#shared/domain/lead/lead';

/** Nobody but the vendor has it then: what the customer told the vendor is no longer that partner's business. */
export const givenUpStates: readonly LeadState[] = ['declined', 'returned', 'missed', 'withdrawn'];

export const isGivenUp = (state: LeadState): boolean => givenUpStates.includes(state);

/**
 * What a partner keeps of a lead that it has no more: its number, the company's name, its own words and answers. What the customer asked for goes
 * too: people write there who they are and what they may spend.
 */
export const withoutCustomer = (lead: Lead): Lead => ({
  ...lead,
  company: {
    ...lead.company,
    city: '',
    street: '',
    postalCode: '',
    taxId: '',
    website: '',
  },
  contact: { name: '', jobTitle: '', email: '', phone: '' },
  need: '',
  families: [],
  estimate: null,
});

/** True when there is something of the customer in it besides the name. */
export const tellsOfCustomer = (lead: Lead): boolean =>
  JSON.stringify(lead) !== JSON.stringify(withoutCustomer(lead));

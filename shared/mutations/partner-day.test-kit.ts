import type { Activity } from '../domain/deal/activity';
import type { Obligation } from '../domain/deal/obligation';
import type { Opportunity } from '../domain/deal/opportunity';
import type { RegistrationRequest } from '../domain/deal/registration-request';
import type { LeadCriteria } from '../domain/lead/criteria';
import type { Lead } from '../domain/lead/lead';
import type { Person } from '../domain/partner/partner';

const at = '2026-03-01T08:00:00.000Z';
const own = { partnerId: 'partner-1' };

/** Offered, and to be answered within the day. */
export const aLead = (changes: Partial<Lead> = {}): Lead => ({
  id: 'lead-1',
  ...own,
  number: 'L-0001',
  ownerId: null,
  company: {
    name: 'Huta Północ S.A.',
    country: 'PL',
    city: 'Gdańsk',
    street: '',
    postalCode: '',
    taxId: '',
    website: '',
    segment: 'mid-market',
  },
  contact: { name: 'Ewa', jobTitle: '', email: '', phone: '' },
  source: 'Fair',
  need: 'A new backup',
  families: [],
  estimate: null,
  state: 'offered',
  offeredAt: at,
  acceptBy: '2026-03-02T08:00:00.000Z',
  answer: null,
  qualification: null,
  converted: null,
  updatedAt: at,
  ...changes,
});

const option = (id: string, points: number) => ({ id, label: { en: id }, points });

export const someCriteria = (changes: Partial<LeadCriteria> = {}): LeadCriteria => ({
  id: 'criteria-1',
  ...own,
  name: { en: 'BANT' },
  criteria: [
    {
      id: 'budget',
      text: { en: 'Is there a budget?' },
      help: null,
      required: true,
      options: [option('no', 0), option('yes', 30)],
    },
    {
      id: 'need',
      text: { en: 'Is there a need?' },
      help: null,
      required: false,
      options: [option('no', 0), option('some', 20), option('urgent', 50)],
    },
  ],
  passAt: 60,
  ...changes,
});

export const aPerson = (changes: Partial<Person> = {}): Person => ({
  id: 'rep-1',
  ...own,
  name: 'Ada',
  email: 'ada@example.com',
  role: 'rep',
  phone: '',
  ...changes,
});

export const anOpportunity = (changes: Partial<Opportunity> = {}): Opportunity => ({
  id: 'opp-1',
  ...own,
  ownerId: 'rep-1',
  accountId: 'account-1',
  name: 'Backup',
  stage: 'qualification',
  amount: '1000',
  currency: 'PLN',
  closeOn: '2026-04-30',
  nextStep: '',
  notes: '',
  createdAt: at,
  updatedAt: at,
  ...changes,
});

export const anActivity = (changes: Partial<Activity> = {}): Activity => ({
  id: 'activity-1',
  ...own,
  ownerId: 'rep-1',
  kind: 'task',
  about: { type: 'opportunity', id: 'opp-1' },
  subject: 'Send the offer',
  text: '',
  at,
  dueOn: '2026-03-05',
  done: null,
  createdAt: at,
  updatedAt: at,
  ...changes,
});

export const anObligation = (changes: Partial<Obligation> = {}): Obligation => ({
  id: 'obligation-1',
  ...own,
  opportunityId: 'opp-1',
  templateId: null,
  text: { en: 'Kick-off' },
  side: 'partner',
  ownerId: null,
  dueOn: '2026-03-20',
  done: null,
  escalation: null,
  createdAt: at,
  updatedAt: at,
  ...changes,
});

/** Granted, as deal registration `dr-1`. */
export const aGrantedRequest = (changes: Partial<RegistrationRequest> = {}): RegistrationRequest => ({
  id: 'request-1',
  ...own,
  ownerId: 'rep-1',
  accountId: 'account-1',
  opportunityId: null,
  description: '',
  amount: '1000',
  currency: 'PLN',
  closeOn: '2026-04-30',
  families: [],
  state: 'granted',
  capturedAt: at,
  receivedAt: at,
  appeals: [],
  decision: { by: 'Vendor', at, comment: '', refusal: null },
  registrationId: 'dr-1',
  updatedAt: at,
  ...changes,
});

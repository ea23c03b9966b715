import { createHash } from 'node:crypto';
import type { RecordType } from '#shared/domain/records';
import { aLine, anAccount, aQuote } from '#shared/domain/quote/quote.test-kit';

const at = '2026-03-01T09:00:00.000Z';
const hash = 'a'.repeat(64);

export const fileBytes = Buffer.from('A plain text');
/** What a message says of the file that goes with it. */
export const file = {
  id: 'attachment-1',
  name: 'plan.txt',
  mediaType: 'text/plain',
  size: fileBytes.length,
  sha256: createHash('sha256').update(fileBytes).digest('hex'),
};

/** Why an approval was asked for. */
export const reason = {
  kind: 'rule',
  ruleId: 'large',
  name: 'Large deal',
  approver: 'manager',
  order: 1,
  lineIds: [],
  value: '80',
  limit: '10',
};

export interface Owner {
  readonly partnerId: string;
  readonly userId: string;
  /** Somebody else of the same partner. */
  readonly colleagueId: string;
  readonly bookId: string;
}

type Make = (owner: Owner, id: string, of: (kind: string) => string) => object;

/** Real records by what a test calls them: a type, or a type in a certain state. `of` names another one of the same partner. */
export const kinds: Readonly<Record<string, { readonly type: RecordType; readonly make: Make }>> = {
  account: {
    type: 'account',
    make: ({ partnerId, userId }, id) => anAccount({ id, partnerId, ownerId: userId }),
  },
  contact: {
    type: 'contact',
    make: ({ partnerId }, id, of) => ({
      id,
      partnerId,
      accountId: of('account'),
      name: 'Anna Zielińska',
      jobTitle: '',
      email: '',
      phone: '',
      createdAt: at,
      updatedAt: at,
    }),
  },
  opportunity: {
    type: 'opportunity',
    make: ({ partnerId, userId }, id, of) => ({
      id,
      partnerId,
      ownerId: userId,
      accountId: of('account'),
      name: 'New office',
      stage: 'proposal',
      amount: '100.00',
      currency: 'EUR',
      closeOn: '2026-06-01',
      nextStep: '',
      notes: '',
      met: { budget: { by: userId, at } },
      createdAt: at,
      updatedAt: at,
    }),
  },
  quote: { type: 'quote', make: (owner, id, of) => quoteOf(owner, id, of, { state: 'draft' }) },
  'quote-in-approval': {
    type: 'quote',
    // Of a colleague: nobody approves what he asked for himself (PR-176).
    make: (owner, id, of) =>
      quoteOf({ ...owner, userId: owner.colleagueId }, id, of, { state: 'in-approval' }),
  },
  'quote-approved': {
    type: 'quote',
    make: (owner, id, of) =>
      quoteOf(owner, id, of, {
        state: 'approved',
        approval: { kind: 'inside-policy', contentHash: hash, approvalId: null, by: 'Somebody', at },
      }),
  },
  'quote-accepted': {
    type: 'quote',
    make: (owner, id, of) => quoteOf(owner, id, of, { state: 'accepted' }),
  },
  approval: {
    type: 'approval',
    make: ({ partnerId, colleagueId }, id, of) => ({
      id,
      partnerId,
      ownerId: colleagueId,
      quoteId: of('quote-in-approval'),
      quoteNumber: 'Q-1',
      quoteRevision: 1,
      accountId: of('account'),
      contentHash: hash,
      currency: 'EUR',
      figures: { list: '100.00', sell: '80.00', buy: '70.00', marginPercent: '12.5' },
      reasons: [reason],
      steps: [{ approver: 'manager', order: 1 }],
      message: '',
      state: 'pending',
      decisions: [],
      requestedAt: at,
      updatedAt: at,
    }),
  },
  'bid-requested': {
    type: 'specialBid',
    make: ({ partnerId, userId }, id, of) => ({
      id,
      partnerId,
      ownerId: userId,
      quoteId: of('quote'),
      quoteNumber: 'Q-1',
      accountId: of('account'),
      currency: 'EUR',
      state: 'requested',
      justification: '',
      competitor: '',
      wanted: [{ lineId: 'line-1', sku: 'LIC-1', quantity: '1', unitPrice: '50.00' }],
      terms: [],
      number: null,
      validFrom: null,
      validUntil: null,
      decision: null,
      requestedAt: at,
      updatedAt: at,
    }),
  },
  'request-submitted': { type: 'registrationRequest', make: (...made) => requestOf('submitted', ...made) },
  'request-refused': { type: 'registrationRequest', make: (...made) => requestOf('refused', ...made) },
  'request-granted': { type: 'registrationRequest', make: (...made) => requestOf('granted', ...made) },
  'deal-registration': {
    type: 'dealRegistration',
    make: ({ partnerId }, id, of) => ({
      id,
      partnerId,
      number: 'DR-1',
      accountId: of('account'),
      validFrom: '2026-01-01',
      validUntil: '2026-06-01',
      discounts: [],
    }),
  },
  conflict: {
    type: 'editConflict',
    make: ({ partnerId, userId, colleagueId }, id, of) => ({
      id,
      partnerId,
      recordType: 'account',
      recordId: of('account'),
      keptBy: userId,
      otherBy: colleagueId,
      otherAt: at,
      both: [{ fields: ['city'], base: ['Gdynia'], kept: ['Sopot'], other: ['Hel'] }],
      state: 'open',
      settled: null,
      createdAt: at,
    }),
  },
  order: {
    type: 'order',
    make: ({ partnerId, userId, bookId }, id, of) => ({
      id,
      partnerId,
      ownerId: userId,
      businessId: '0197f0c0-0000-7000-8000-000000000001',
      quoteId: of('quote-accepted'),
      quoteNumber: 'Q-1',
      quoteRevision: 1,
      accountId: of('account'),
      currency: 'EUR',
      priceBook: { bookId, version: 1 },
      lines: [],
      totals: { sellNet: '100.00', tax: '23.00', gross: '123.00', buyNet: '95.00', taxGroups: [] },
      purchaseOrderNumber: '',
      note: '',
      state: 'received',
      vendorOrderNumber: 'VO-1',
      decision: null,
      placedAt: at,
      receivedAt: at,
    }),
  },
  'lead-offered': { type: 'lead', make: (owner, id) => leadOf('offered', owner, id) },
  'lead-accepted': { type: 'lead', make: (owner, id) => leadOf('accepted', owner, id) },
  criteria: {
    type: 'leadCriteria',
    make: ({ partnerId }, id) => ({
      id,
      partnerId,
      name: { en: 'Criteria' },
      criteria: [
        {
          id: 'budget',
          text: { en: 'Budget?' },
          help: null,
          required: true,
          options: [
            { id: 'yes', label: { en: 'Yes' }, points: 10 },
            { id: 'no', label: { en: 'No' }, points: 0 },
          ],
        },
      ],
      passAt: 50,
    }),
  },
  activity: {
    type: 'activity',
    make: ({ partnerId, userId }, id, of) => ({
      id,
      partnerId,
      ownerId: userId,
      kind: 'task',
      about: { type: 'account', id: of('account') },
      subject: 'Call back',
      text: '',
      at,
      dueOn: null,
      done: null,
      createdAt: at,
      updatedAt: at,
    }),
  },
  obligation: { type: 'obligation', make: (...made) => obligationOf(null, ...made) },
  'obligation-done': {
    type: 'obligation',
    make: (...made) => obligationOf({ by: 'Somebody', at, note: '' }, ...made),
  },
  message: { type: 'message', make: (...made) => messageOf([], ...made) },
  'message-with-file': { type: 'message', make: (...made) => messageOf([file], ...made) },
  goal: {
    type: 'goal',
    make: ({ partnerId, userId }, id) => ({
      id,
      partnerId,
      userId: null,
      period: '2026',
      measure: 'won-deals',
      target: '10',
      currency: null,
      setBy: userId,
      updatedAt: at,
    }),
  },
  view: {
    type: 'savedView',
    make: ({ partnerId, userId }, id) => ({
      id,
      partnerId,
      ownerId: userId,
      list: 'quotes',
      name: 'Mine',
      query: '',
      updatedAt: at,
    }),
  },
};

const quoteOf = (
  { partnerId, userId, bookId }: Owner,
  id: string,
  of: (kind: string) => string,
  changes: Parameters<typeof aQuote>[0],
) =>
  aQuote({
    id,
    partnerId,
    ownerId: userId,
    accountId: of('account'),
    priceBook: { bookId, version: 1 },
    pricingDate: '2026-03-10',
    items: [aLine()],
    ...changes,
  });

const requestOf = (
  state: string,
  { partnerId, userId }: Owner,
  id: string,
  of: (kind: string) => string,
) => ({
  id,
  partnerId,
  ownerId: userId,
  accountId: of('account'),
  opportunityId: null,
  description: 'A new office',
  amount: '100.00',
  currency: 'EUR',
  closeOn: '2026-06-01',
  families: [],
  state,
  capturedAt: at,
  receivedAt: at,
  appeals: [],
  decision:
    state === 'submitted'
      ? null
      : { by: 'Somebody', at, comment: '', refusal: state === 'refused' ? 'other' : null },
  registrationId: state === 'granted' ? of('deal-registration') : null,
  conflict: {
    openedAt: at,
    answerBy: '2026-03-20T09:00:00.000Z',
    families: [],
    statement: null,
    outcome: null,
  },
  updatedAt: at,
});

const leadOf = (state: string, { partnerId, userId }: Owner, id: string) => ({
  id,
  partnerId,
  number: 'L-1',
  ownerId: state === 'accepted' ? userId : null,
  company: {
    name: 'Baltic Foods',
    country: 'PL',
    city: '',
    street: '',
    postalCode: '',
    taxId: '',
    website: '',
    segment: 'mid-market',
  },
  contact: { name: '', jobTitle: '', email: '', phone: '' },
  source: '',
  need: '',
  families: [],
  estimate: null,
  state,
  offeredAt: at,
  acceptBy: '2026-03-20T09:00:00.000Z',
  answer: state === 'accepted' ? { by: userId, at, reason: null, text: '' } : null,
  qualification:
    state === 'accepted'
      ? { answers: { budget: 'yes' }, note: '', score: 100, state: 'draft', by: userId, at, vendor: null }
      : null,
  converted: null,
  updatedAt: at,
});

const messageOf = (
  attachments: object[],
  { partnerId, userId }: Owner,
  id: string,
  of: (kind: string) => string,
) => ({
  id,
  partnerId,
  about: { type: 'quote', id: of('quote') },
  authorId: userId,
  authorName: 'Somebody',
  side: 'partner',
  text: 'Hello',
  mentions: [],
  attachments,
  capturedAt: at,
  receivedAt: at,
});

const obligationOf = (
  done: object | null,
  { partnerId, userId }: Owner,
  id: string,
  of: (kind: string) => string,
) => ({
  id,
  partnerId,
  opportunityId: of('opportunity'),
  templateId: null,
  text: { en: 'Send the contract' },
  side: 'partner',
  ownerId: userId,
  dueOn: '2026-04-01',
  done,
  escalation: null,
  createdAt: at,
  updatedAt: at,
});

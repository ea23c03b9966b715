import { newId } from '#shared/lib/ids';
import { aLine, aQuote } from '#shared/domain/quote/quote.test-kit';
import { readMarkId } from '#shared/domain/conversation/read-mark';
import { newQuoteArgs } from '../test-vendor.test-kit';
import { reason } from './records.test-kit';
import { partners, type Who } from './who.test-kit';

/** What a mutation is aimed at: records of the sender's own partner, or those of another one. */
export interface MutationAim {
  /** The id of a real record of that kind: see records.test-kit.ts. Of the other partner when that is what is tried. */
  readonly id: (kind: string) => string;
  /** A new id; of the other partner, when that is what is tried, the id of a record that is there. */
  readonly newId: (kind: string) => string;
  /** A person of the partner aimed at. */
  readonly personId: string;
  readonly senderId: string;
  readonly bookId: string;
}

export interface MutationRule {
  /** For whom it is; everybody else is refused as `not-allowed`. */
  readonly may: readonly Who[];
  /** Valid arguments. */
  readonly args: (aim: MutationAim) => object;
  /** What becomes of it with the partner's own records: `applied` without. Another refusal says why what is asked is impossible, not forbidden. */
  readonly own?: string;
  /** What becomes of it with another partner's: they do not exist for the sender (`not-found`), or an id is not new. */
  readonly other: 'not-found' | 'already-exists' | 'invalid-arguments';
}

const manager: readonly Who[] = ['manager'];
const onQuote = (kind: string, args: object) => ({
  may: partners,
  args: (aim: MutationAim) => ({ id: aim.id(kind), ...args }),
  other: 'not-found' as const,
});
const on = onQuote;

const account = {
  name: 'Odra Foods',
  taxId: '',
  country: 'PL',
  city: '',
  street: '',
  postalCode: '',
  segment: 'public',
  website: '',
  notes: '',
};
const contact = { name: 'Jan Nowak', jobTitle: '', email: '', phone: '' };
const opportunity = {
  name: 'New office',
  stage: 'proposal',
  amount: '100.00',
  currency: 'EUR',
  closeOn: '2026-06-01',
  nextStep: '',
  notes: '',
};
const quoteContent = (aim: MutationAim) => {
  const quote = aQuote({
    id: aim.newId('quote'),
    accountId: null,
    priceBook: { bookId: aim.bookId, version: 1 },
  });
  return newQuoteArgs(quote);
};
const totals = { sellNet: '1.00', tax: '0.00', gross: '1.00', buyNet: '1.00', taxGroups: [] };
const attachment = {
  id: 'attachment-1',
  name: 'order.pdf',
  mediaType: 'application/pdf',
  size: 10,
  sha256: 'a'.repeat(64),
};

/** Every mutation: for whom it is. A new one is listed here with arguments that are valid for the records of records.test-kit.ts. */
export const mutationRules: Readonly<Record<string, MutationRule>> = {
  createAccount: {
    may: partners,
    args: (aim) => ({ id: aim.newId('account'), ...account }),
    other: 'already-exists',
  },
  editAccount: on('account', { changes: { city: 'Hel' }, base: { city: 'Gdynia' } }),
  createContact: {
    may: partners,
    args: (aim) => ({ id: newId(), accountId: aim.id('account'), ...contact }),
    other: 'not-found',
  },
  editContact: on('contact', { changes: { phone: '1' }, base: { phone: '' } }),
  createOpportunity: {
    may: partners,
    args: (aim) => ({ id: newId(), accountId: aim.id('account'), ...opportunity }),
    other: 'not-found',
  },
  editOpportunity: on('opportunity', { changes: { nextStep: 'Call' }, base: { nextStep: '' } }),
  meetCriterion: {
    may: partners,
    args: (aim) => ({ opportunityId: aim.id('opportunity'), criterionId: 'need', met: true }),
    other: 'not-found',
  },
  settleConflict: {
    may: partners,
    args: (aim) => ({
      id: aim.id('conflict'),
      recordType: 'account',
      recordId: aim.id('account'),
      took: ['other'],
    }),
    other: 'not-found',
  },

  createQuote: { may: partners, args: quoteContent, other: 'already-exists' },
  editQuote: onQuote('quote', { changes: { title: 'Other' } }),
  addQuoteItems: onQuote('quote', { insertions: [{ before: null, item: aLine({ id: 'line-2' }) }] }),
  editQuoteItems: onQuote('quote', { edits: [{ itemId: 'line-1', changes: { quantity: '2' } }] }),
  removeQuoteItems: onQuote('quote', { itemIds: ['line-1'] }),
  moveQuoteItems: onQuote('quote', { itemIds: ['line-1'], before: null }),
  chooseAlternative: { ...onQuote('quote', { itemId: 'line-1' }), own: 'item-not-found' },
  configureBundle: { ...onQuote('quote', { parentId: 'line-9', components: [] }), own: 'item-not-found' },
  repriceQuote: {
    may: partners,
    args: (aim) => ({
      id: aim.id('quote'),
      priceBook: { bookId: aim.bookId, version: 1 },
      pricingDate: '2026-03-10',
      kept: [],
    }),
    other: 'not-found',
  },
  replaceQuote: {
    may: partners,
    args: (aim) => {
      const { id: _id, number: _number, ...content } = quoteContent(aim);
      return { id: aim.id('quote'), content };
    },
    other: 'not-found',
  },
  changeQuoteState: onQuote('quote', { to: 'presented' }),
  reviseQuote: {
    may: partners,
    args: (aim) => ({ id: aim.id('quote-approved'), revision: 1, approvalId: null }),
    other: 'not-found',
  },
  requestApproval: {
    may: partners,
    args: (aim) => ({
      id: newId(),
      quoteId: aim.id('quote'),
      contentHash: 'a'.repeat(64),
      figures: { list: '1', sell: '1', buy: '1', marginPercent: null },
      reasons: [reason],
      message: '',
    }),
    own: 'content-changed',
    other: 'not-found',
  },
  decideApproval: {
    may: manager,
    args: (aim) => ({
      id: aim.id('approval'),
      quoteId: aim.id('quote-in-approval'),
      by: 'Somebody',
      outcome: 'reject',
      comment: 'No',
      counter: null,
    }),
    other: 'not-found',
  },
  withdrawApproval: {
    may: partners,
    args: (aim) => ({ id: aim.id('approval'), quoteId: aim.id('quote-in-approval') }),
    other: 'not-found',
  },
  approveQuote: {
    may: partners,
    args: (aim) => ({ quoteId: aim.id('quote'), contentHash: 'a'.repeat(64), by: 'Somebody', uses: [] }),
    own: 'content-changed',
    other: 'not-found',
  },
  requestSpecialBid: {
    may: partners,
    args: (aim) => ({
      id: newId(),
      quoteId: aim.id('quote'),
      justification: '',
      competitor: '',
      wanted: [{ lineId: 'line-1', sku: 'LIC-1', quantity: '1', unitPrice: '50.00' }],
    }),
    other: 'not-found',
  },
  withdrawSpecialBid: on('bid-requested', {}),
  placeOrder: {
    may: partners,
    args: (aim) => ({
      id: newId(),
      businessId: newId(),
      quoteId: aim.id('quote-accepted'),
      quoteRevision: 1,
      lines: [
        { lineId: 'line-1', sku: 'LIC-1', description: '', quantity: '1', sellNet: '1.00', buyNet: '1.00' },
      ],
      totals,
      purchaseOrderNumber: '',
      note: '',
    }),
    own: 'price-mismatch',
    other: 'not-found',
  },
  attachToOrder: {
    may: partners,
    args: (aim) => ({ orderId: aim.id('order'), attachment }),
    other: 'not-found',
  },

  submitRegistration: {
    may: partners,
    args: (aim) => ({
      id: newId(),
      accountId: aim.id('account'),
      opportunityId: null,
      description: '',
      amount: '100.00',
      currency: 'EUR',
      closeOn: '2026-06-01',
      families: [],
    }),
    other: 'not-found',
  },
  editRegistration: on('request-submitted', { changes: { description: 'Two offices' } }),
  appealRegistration: on('request-refused', { text: 'Please' }),
  withdrawRegistration: on('request-submitted', {}),
  requestExtension: {
    may: partners,
    args: (aim) => ({
      id: aim.id('request-granted'),
      registrationId: aim.id('deal-registration'),
      until: '2026-09-01',
      reason: '',
    }),
    other: 'not-found',
  },
  answerConflict: on('request-submitted', { text: 'Ours' }),

  acceptLead: on('lead-offered', {}),
  declineLead: on('lead-offered', { reason: 'no-need', text: '' }),
  returnLead: on('lead-accepted', { reason: 'no-need', text: '' }),
  answerCriteria: {
    may: partners,
    args: (aim) => ({
      id: aim.id('lead-accepted'),
      criteriaId: aim.id('criteria'),
      answers: { budget: 'no' },
      note: '',
    }),
    other: 'not-found',
  },
  sendQualification: {
    may: partners,
    args: (aim) => ({ id: aim.id('lead-accepted'), criteriaId: aim.id('criteria') }),
    other: 'not-found',
  },
  convertLead: {
    may: partners,
    args: (aim) => ({
      id: aim.id('lead-accepted'),
      account: { kind: 'existing', id: aim.id('account') },
      contact: { id: newId(), ...contact },
      opportunity: { id: newId(), ...opportunity },
    }),
    other: 'not-found',
  },

  logActivity: {
    may: partners,
    args: (aim) => ({
      id: newId(),
      kind: 'call',
      about: { type: 'account', id: aim.id('account') },
      subject: 'Called',
      text: '',
      at: '2026-03-10T09:00:00.000Z',
      dueOn: null,
    }),
    other: 'not-found',
  },
  editActivity: on('activity', { changes: { text: 'More' }, base: { text: '' } }),
  completeActivity: on('activity', { done: true }),
  removeActivity: on('activity', {}),
  planObligations: {
    may: partners,
    args: (aim) => ({
      opportunityId: aim.id('opportunity'),
      obligations: [
        {
          id: newId(),
          templateId: null,
          text: { en: 'Send' },
          side: 'partner',
          ownerId: null,
          dueOn: '2026-04-01',
        },
      ],
    }),
    other: 'not-found',
  },
  editObligation: on('obligation', { changes: { dueOn: '2026-05-01' } }),
  completeObligation: on('obligation', { note: '' }),
  reopenObligation: on('obligation-done', {}),
  removeObligation: on('obligation', {}),
  postMessage: {
    may: partners,
    args: (aim) => ({
      id: newId(),
      about: { type: 'quote', id: aim.id('quote') },
      text: 'Hello',
      mentions: [],
      attachments: [],
    }),
    other: 'not-found',
  },
  markRead: {
    may: partners,
    args: (aim) => {
      const about = { type: 'quote', id: aim.id('quote') } as const;
      // Another person's mark cannot be named: its id follows from who reads.
      return { id: readMarkId(aim.personId, about), about, upTo: '2026-03-10T09:00:00.000Z' };
    },
    other: 'invalid-arguments',
  },
  setGoal: {
    may: manager,
    args: (aim) => ({
      id: newId(),
      userId: aim.personId,
      period: '2026',
      measure: 'won-deals',
      target: '5',
      currency: null,
    }),
    other: 'not-found',
  },
  removeGoal: { ...on('goal', {}), may: manager },
  reassign: {
    may: manager,
    args: (aim) => ({ items: [{ type: 'account', id: aim.id('account') }], toUserId: 'rep-1' }),
    other: 'not-found',
  },
  saveView: {
    may: partners,
    args: (aim) => ({ id: aim.newId('view'), list: 'quotes', name: 'Mine', query: '' }),
    other: 'already-exists',
  },
  removeView: on('view', {}),
};

import { baseOf } from '#shared/domain/deal/merge-fields';
import type { MergedType } from '#shared/domain/deal/edit-conflict';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import type { RecordOf } from '#shared/domain/records';
import { assertNever } from '#shared/lib/assert-never';
import { newId } from '#shared/lib/ids';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import { skus } from './price-list';
import { breaksTheServer } from './server-log';
import { pickFrom, type View } from './view';
import type { Work } from './work';

export type AnyMutation = {
  [N in MutationName]: { readonly name: N; readonly args: ArgsOf<N> };
}[MutationName];

/** What the screens know besides the records. */
export interface Desk {
  readonly view: View;
  /** Names what is typed and made at this step: found again later, and nowhere else. */
  readonly mark: string;
  /** The newest version of the book that is whole on the device; null: none yet. */
  readonly book: { readonly bookId: string; readonly version: number } | null;
  /** The device's day. */
  readonly today: string;
}

/** The mutations by which the app does that piece of work; none when there is nothing to do it to. Orders are made apart: they need prices. */
export function mutationsFor({ kind, a, b, n }: Work, desk: Desk): readonly AnyMutation[] {
  const { view, mark } = desk;
  const quote = view.pick('quote', a);
  switch (kind) {
    case 'create-account':
      return [{ name: 'createAccount', args: { ...anAccount, id: newId(), name: mark } }];
    case 'edit-account':
      return edits('editAccount', 'account', view.pick('account', a), (record) =>
        b % 2 === 0 ? { notes: withLine(record.notes, mark, n) } : { city: mark },
      );
    case 'create-contact': {
      const account = view.pick('account', a);
      const args = { id: newId(), name: mark, jobTitle: '', email: '', phone: '' };
      return account ? [{ name: 'createContact', args: { ...args, accountId: account.id } }] : [];
    }
    case 'edit-contact':
      return edits('editContact', 'contact', view.pick('contact', a), () =>
        b % 2 === 0 ? { jobTitle: mark } : { name: mark },
      );
    case 'create-opportunity': {
      const account = view.pick('account', a);
      return account
        ? [{ name: 'createOpportunity', args: { ...anOpportunity, id: newId(), accountId: account.id } }]
        : [];
    }
    case 'edit-opportunity':
      return edits('editOpportunity', 'opportunity', view.pick('opportunity', a), (record) => {
        if (b === 0) return { amount: String(n * 1_000) };
        return b < 3 ? { notes: withLine(record.notes, mark, n) } : { nextStep: mark };
      });
    case 'settle-conflict': {
      const open = view.all('editConflict').filter(({ state }) => state === 'open');
      const conflict = pickFrom(open, a);
      if (!conflict) return [];
      const { id, recordType, recordId, both } = conflict;
      const took = both.map((_, at) => ((b + at) % 2 === 0 ? ('kept' as const) : ('other' as const)));
      return [{ name: 'settleConflict', args: { id, recordType, recordId, took } }];
    }
    case 'create-quote':
      return newQuote(desk, view.pick('account', a)?.id ?? null, [aLine(mark, n)]);
    case 'edit-quote':
      return quote
        ? [
            {
              name: 'editQuote',
              args: { id: quote.id, changes: b % 2 === 0 ? { title: mark } : { terms: mark } },
            },
          ]
        : [];
    case 'add-line':
      return quote
        ? [
            {
              name: 'addQuoteItems',
              args: {
                id: quote.id,
                insertions: [{ before: pickFrom(quote.items, b)?.id ?? null, item: aLine(mark, n) }],
              },
            },
          ]
        : [];
    case 'edit-line':
      return onLine(quote, b, (id, itemId) => ({
        name: 'editQuoteItems',
        args: {
          id,
          edits: [{ itemId, changes: n < 5 ? { quantity: String(n) } : { note: mark } }],
        },
      }));
    case 'remove-line':
      return onLine(quote, b, (id, itemId) => ({
        name: 'removeQuoteItems',
        args: { id, itemIds: [itemId] },
      }));
    case 'move-line':
      return onLine(quote, b, (id, itemId) => ({
        name: 'moveQuoteItems',
        args: { id, itemIds: [itemId], before: pickFrom(quote?.items ?? [], n)?.id ?? null },
      }));
    case 'present':
    case 'accept':
    case 'reopen':
      return quote ? [{ name: 'changeQuoteState', args: { id: quote.id, to: states[kind] } }] : [];
    case 'request-special-bid':
      return onLine(quote, b, (quoteId) => ({
        name: 'requestSpecialBid',
        args: { id: newId(), quoteId, justification: mark, competitor: '', wanted: wantedOf(quote) },
      }));
    case 'submit-registration': {
      const account = view.pick('account', a);
      if (!account) return [];
      const ids = { id: newId(), accountId: account.id, opportunityId: null };
      const terms = { amount: '1000', currency: 'EUR', closeOn: '2026-12-31', families: [] };
      return [{ name: 'submitRegistration', args: { ...ids, ...terms, description: mark } }];
    }
    case 'edit-registration': {
      const request = view.pick('registrationRequest', a);
      return request
        ? [
            {
              name: 'editRegistration',
              args: {
                id: request.id,
                changes: { description: mark },
                base: { description: request.description },
              },
            },
          ]
        : [];
    }
    case 'accept-lead': {
      const lead = view.pick('lead', a);
      return lead ? [{ name: 'acceptLead', args: { id: lead.id } }] : [];
    }
    case 'convert-lead':
      return converted(view, a, n < 5 ? view.pick('account', b) : undefined, mark);
    case 'log-activity': {
      const account = view.pick('account', a);
      if (!account) return [];
      const about = { type: 'account', id: account.id } as const;
      const args = { id: newId(), kind: 'note', about, subject: mark, text: '', dueOn: null } as const;
      return [{ name: 'logActivity', args: { ...args, at: '2026-03-10T10:00:00.000Z' } }];
    }
    case 'edit-activity':
      return edits('editActivity', 'activity', view.pick('activity', a), (record) =>
        b < 3 ? { text: withLine(record.text, mark, n) } : { subject: mark },
      );
    case 'post-message': {
      const lead = view.pick('lead', a);
      if (!lead) return [];
      const about = { type: 'lead', id: lead.id } as const;
      return [
        { name: 'postMessage', args: { id: newId(), about, text: mark, mentions: [], attachments: [] } },
      ];
    }
    case 'break-server': {
      const name = `${breaksTheServer} ${mark}`;
      return [{ name: 'createAccount', args: { ...anAccount, id: newId(), name } }];
    }
    case 'sale':
    case 'place-order':
      return [];
    default:
      return assertNever(kind);
  }
}

const wantedOf = (quote: Quote | undefined) =>
  (quote ? linesOf(quote) : []).map(({ id, sku, quantity }) => ({
    lineId: id,
    sku,
    quantity,
    unitPrice: '1',
  }));

const states = { present: 'presented', accept: 'accepted', reopen: 'draft' } as const;

const anAccount = {
  taxId: '',
  country: 'PL',
  city: '',
  street: '',
  postalCode: '',
  segment: 'mid-market',
  website: '',
  notes: '',
} as const;

const anOpportunity = {
  name: 'A deal',
  stage: 'prospecting',
  amount: '1000',
  currency: 'EUR',
  closeOn: '2026-12-31',
  nextStep: '',
  notes: '',
} as const;

/** The notes with a line more, at the start or the end. */
const withLine = (notes: string, line: string, n: number): string =>
  [...(n < 4 ? [line] : []), ...(notes === '' ? [] : [notes]), ...(n < 4 ? [] : [line])].join('\n');

/** An accepted lead becomes a deal with that customer, or with a new one; one that is not is tried all the same now and then. */
function converted(
  view: View,
  at: number,
  account: RecordOf<'account'> | undefined,
  mark: string,
): readonly AnyMutation[] {
  const accepted = view.all('lead').filter(({ state }) => state === 'accepted');
  const lead = pickFrom(accepted, at) ?? view.pick('lead', at);
  if (!lead) return [];
  const args: ArgsOf<'convertLead'> = {
    id: lead.id,
    account: account
      ? { kind: 'existing', id: account.id }
      : { kind: 'new', account: { ...anAccount, id: newId(), name: mark } },
    contact: { id: newId(), name: mark, jobTitle: '', email: '', phone: '' },
    opportunity: { ...anOpportunity, id: newId(), notes: mark },
  };
  return [{ name: 'convertLead', args }];
}

type EditName = 'editAccount' | 'editContact' | 'editOpportunity' | 'editActivity';

function edits<T extends MergedType>(
  name: EditName,
  type: T,
  record: RecordOf<T> | undefined,
  changesOf: (record: RecordOf<T>) => Partial<RecordOf<T>>,
): readonly AnyMutation[] {
  if (!record) return [];
  const changes = changesOf(record);
  const args = { id: record.id, changes, base: baseOf(type, record, changes), conflictId: newId() };
  // The name and the type of the record go together.
  return [{ name, args } as AnyMutation];
}

function onLine(
  quote: Quote | undefined,
  at: number,
  make: (id: string, itemId: string) => AnyMutation,
): readonly AnyMutation[] {
  const line = pickFrom(quote ? linesOf(quote) : [], at);
  return quote && line ? [make(quote.id, line.id)] : [];
}

export const aLine = (mark: string, n: number): ArgsOf<'createQuote'>['items'][number] => ({
  kind: 'line',
  id: newId(),
  sku: pickFrom(skus, n) ?? '',
  description: mark,
  quantity: String(n),
  sell: { kind: 'list' },
  discountPercent: '0',
  note: '',
  optional: false,
});

export function newQuote(
  { mark, book, today }: Desk,
  accountId: string | null,
  items: ArgsOf<'createQuote'>['items'],
): readonly Extract<AnyMutation, { name: 'createQuote' }>[] {
  if (!book) return [];
  const args: ArgsOf<'createQuote'> = {
    id: newId(),
    number: `Q-${mark}`,
    title: '',
    accountId,
    contactId: null,
    opportunityId: null,
    currency: 'EUR',
    priceBook: book,
    pricingDate: today,
    expiresOn: addYear(today),
    documentLanguage: 'en',
    discountPercent: '0',
    items,
    introduction: '',
    terms: '',
    internalNotes: '',
  };
  return [{ name: 'createQuote', args }];
}

const addYear = (day: string): string => `${String(Number(day.slice(0, 4)) + 1)}${day.slice(4)}`;

import { beforeEach, describe, expect, it } from 'vitest';
import type { Quote, QuoteItem } from '../domain/quote/quote';
import { sawNow } from './guarded-edit';
import type { QuoteContent } from './replace-quote';
import { aRep, RecordSet } from './record-set.test-kit';
import { findMutation, type ArgsOf, type MutationName } from './registry';
import { runMutation } from './run-mutation';

const line = (id: string, quantity: string): QuoteItem => ({
  kind: 'line',
  id,
  sku: `SKU-${id}`,
  description: id,
  quantity,
  sell: { kind: 'list' },
  discountPercent: '0',
  note: '',
  optional: false,
});
const content: QuoteContent = {
  title: 'Backup',
  accountId: 'account-1',
  contactId: null,
  opportunityId: null,
  currency: 'PLN',
  priceBook: { bookId: 'pln-gold', version: 1 },
  pricingDate: '2026-03-01',
  expiresOn: '2026-03-31',
  documentLanguage: 'pl',
  discountPercent: '0',
  items: [line('a', '1')],
  introduction: '',
  terms: '',
  internalNotes: '',
};

describe('SY-13 a person’s version in the place of the other', () => {
  let records: RecordSet;
  const run = <N extends MutationName>(name: N, args: ArgsOf<N>, changes: object = {}) => {
    const mutation = findMutation(name);
    const reader = records.only(mutation?.touches(args) ?? []);
    const saw = sawNow(mutation?.guards?.(args) ?? [], reader);
    const result = runMutation(name, args, reader, { ...aRep, saw, ...changes });
    if (result.ok) records.write(result.value);
    return result;
  };
  const stored = () => records.get('quote', 'quote-1') as Quote;
  const mine: QuoteContent = { ...content, title: 'Mine', items: [line('a', '12'), line('b', '2')] };

  beforeEach(() => {
    records = new RecordSet();
    run(
      'createQuote',
      { ...content, id: 'quote-1', number: 'Q-1', dealRegistrationId: 'reg-1' },
      { editId: 'made' },
    );
    run('editQuote', { id: 'quote-1', changes: { title: 'Theirs' } }, { userId: 'rep-2', editId: 'theirs' });
  });

  it('is the whole content; number, revision, owner and first day stay', () => {
    const before = stored();
    const context = { userId: 'rep-3', capturedAt: '2026-03-05T09:00:00.000Z', editId: 'mine' };
    expect(run('replaceQuote', { id: 'quote-1', content: mine }, context)).toMatchObject({ ok: true });
    expect(stored()).toEqual({
      ...mine,
      id: 'quote-1',
      partnerId: before.partnerId,
      ownerId: 'rep-1',
      number: 'Q-1',
      revision: 1,
      state: 'draft',
      approval: null,
      lastEdit: 'mine',
      createdAt: before.createdAt,
      updatedAt: context.capturedAt,
    });
  });

  it('replaces the version that was compared and no later one', () => {
    const saw = { 'quote:quote-1': 'made' };
    expect(run('replaceQuote', { id: 'quote-1', content: mine }, { saw, editId: 'mine' })).toEqual({
      ok: false,
      error: { type: 'edited-elsewhere', recordType: 'quote', id: 'quote-1' },
    });
    expect(stored().title).toBe('Theirs');
  });

  it.each(['in-approval', 'approved', 'presented', 'accepted', 'ordered'] as const)(
    'what went on without it is not taken back: %s',
    (state) => {
      records.write([{ type: 'quote', id: 'quote-1', record: { ...stored(), state } }]);
      expect(run('replaceQuote', { id: 'quote-1', content: mine })).toEqual({
        ok: false,
        error: { type: 'wrong-state', recordType: 'quote', id: 'quote-1', state, wanted: 'draft' },
      });
    },
  );

  it('refuses what a new quote would be refused for', () => {
    const twice = { ...mine, items: [line('a', '1'), line('a', '2')] };
    const wrong = { ...mine, items: [line('a', '-1')] };
    for (const bad of [twice, wrong]) {
      expect(run('replaceQuote', { id: 'quote-1', content: bad })).toMatchObject({
        error: { type: 'invalid-arguments' },
      });
    }
    expect(run('replaceQuote', { id: 'nothing', content: mine })).toMatchObject({
      error: { type: 'not-found' },
    });
  });

  it('nobody takes a quote over with it', () => {
    const forged = { ...mine, ownerId: 'me', state: 'approved', revision: 9, number: 'Q-9', approval: {} };
    run('replaceQuote', { id: 'quote-1', content: forged });
    expect(stored()).toMatchObject({
      ownerId: 'rep-1',
      state: 'draft',
      revision: 1,
      number: 'Q-1',
      approval: null,
    });
  });
});

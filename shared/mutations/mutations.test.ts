import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { QuoteItem, QuoteLine } from '../domain/quote/quote';
import { aRep, RecordSet } from './record-set.test-kit';
import { findMutation, mutations, type ArgsOf, type MutationName } from './registry';
import { runMutation } from './run-mutation';

const account: ArgsOf<'createAccount'> = {
  id: 'account-1',
  name: 'Młyn Sp. z o.o.',
  taxId: 'PL5260001246',
  country: 'PL',
  city: 'Łódź',
  street: '',
  postalCode: '',
  segment: 'mid-market',
  website: '',
  notes: '',
};
const quote: ArgsOf<'createQuote'> = {
  id: 'quote-1',
  number: 'Q-7K2M-0001',
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
  items: [],
  introduction: '',
  terms: '',
  internalNotes: '',
};
const line = (id: string): QuoteItem => ({
  kind: 'line',
  id,
  sku: `SKU-${id}`,
  description: id,
  quantity: '1',
  sell: { kind: 'list' },
  discountPercent: '0',
  note: '',
  optional: false,
});

describe('SY-1 named mutations', () => {
  let records: RecordSet;
  const run = <N extends MutationName>(name: N, args: ArgsOf<N>, context = aRep) => {
    const touched = findMutation(name)?.touches(args) ?? [];
    const result = runMutation(name, args, records.only(touched), context);
    if (result.ok) records.write(result.value);
    return result;
  };
  const itemIds = () => records.get('quote', 'quote-1')?.items.map(({ id }) => id);
  const add = (...ids: string[]) =>
    run('addQuoteItems', { id: 'quote-1', insertions: ids.map((id) => ({ before: null, item: line(id) })) });

  beforeEach(() => {
    records = new RecordSet();
    run('createAccount', account);
    run('createQuote', quote);
  });

  it('names every mutation as it is registered', () => {
    for (const [name, mutation] of Object.entries(mutations)) expect(mutation.name).toBe(name);
  });

  it('stamps owner, partner and capture time from the context, never from the arguments', () => {
    expect(records.get('account', 'account-1')).toEqual({
      ...account,
      partnerId: 'partner-1',
      ownerId: 'rep-1',
      createdAt: aRep.capturedAt,
      updatedAt: aRep.capturedAt,
    });
  });

  it('a second creation of the same id is refused and changes nothing', () => {
    expect(run('createAccount', { ...account, name: 'Other' })).toEqual({
      ok: false,
      error: { type: 'already-exists', recordType: 'account', id: 'account-1' },
    });
    expect(records.get('account', 'account-1')?.name).toBe('Młyn Sp. z o.o.');
  });

  it('edits to different fields both stay', () => {
    run('editAccount', { id: 'account-1', changes: { city: 'Kraków' } });
    run('editAccount', { id: 'account-1', changes: { notes: 'Ask for Ewa' } });
    expect(records.get('account', 'account-1')).toMatchObject({
      city: 'Kraków',
      notes: 'Ask for Ewa',
      name: account.name,
    });
  });

  it('an undefined change is no change', () => {
    run('editAccount', { id: 'account-1', changes: { city: undefined } });
    expect(records.get('account', 'account-1')?.city).toBe('Łódź');
  });

  it('an opportunity needs its account', () => {
    const result = run('createOpportunity', {
      id: 'opp-1',
      accountId: 'nobody',
      name: 'X',
      stage: 'prospecting',
      amount: '1',
      currency: 'PLN',
      closeOn: '2026-04-01',
      nextStep: '',
      notes: '',
    });
    expect(result).toEqual({ ok: false, error: { type: 'not-found', recordType: 'account', id: 'nobody' } });
  });

  it.each([
    ['an unknown mutation', 'dropTables', {}, 'unknown-mutation'],
    ['a name from the prototype', 'toString', {}, 'unknown-mutation'],
    [
      'a quantity of "abc"',
      'editQuoteItems',
      { id: 'quote-1', edits: [{ itemId: 'a', changes: { quantity: 'abc' } }] },
      'invalid-arguments',
    ],
    [
      'a quantity of 1e9',
      'editQuoteItems',
      { id: 'quote-1', edits: [{ itemId: 'a', changes: { quantity: '1000000000' } }] },
      'invalid-arguments',
    ],
    [
      'a discount of 101 %',
      'editQuoteItems',
      { id: 'quote-1', edits: [{ itemId: 'a', changes: { discountPercent: '101' } }] },
      'invalid-arguments',
    ],
    [
      'an item that is gone',
      'editQuoteItems',
      { id: 'quote-1', edits: [{ itemId: 'a', changes: { quantity: '2' } }] },
      'item-not-found',
    ],
    ['arguments that are null', 'createAccount', null, 'invalid-arguments'],
  ])('refuses %s with a typed reason', (_what, name, args, type) => {
    const result = runMutation(name, args, records, aRep);
    expect(result.ok ? null : result.error.type).toBe(type);
  });

  it('vendor people cannot write a partner’s records', () => {
    const result = run(
      'editAccount',
      { id: 'account-1', changes: { city: 'X' } },
      { ...aRep, role: 'channel' },
    );
    expect(result).toEqual({ ok: false, error: { type: 'not-allowed', role: 'channel' } });
  });

  it('undo of a removal puts each line back before its old neighbour', () => {
    add('a', 'b', 'c', 'd');
    run('removeQuoteItems', { id: 'quote-1', itemIds: ['b', 'c'] });
    run('addQuoteItems', {
      id: 'quote-1',
      insertions: [
        { before: 'd', item: line('b') },
        { before: 'd', item: line('c') },
      ],
    });
    expect(itemIds()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('the same line sent twice is one line', () => {
    add('a');
    add('a', 'b');
    expect(itemIds()).toEqual(['a', 'b']);
  });

  it('a move keeps every line, whatever is moved where', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    add(...ids);
    fc.assert(
      fc.property(
        fc.subarray(ids, { minLength: 1 }),
        fc.option(fc.constantFrom(...ids)),
        (moving, before) => {
          run('moveQuoteItems', { id: 'quote-1', itemIds: moving, before });
          expect(itemIds()?.toSorted()).toEqual(ids);
        },
      ),
    );
  });

  it('a move that names a line twice moves it once', () => {
    add('a', 'b');
    run('moveQuoteItems', { id: 'quote-1', itemIds: ['a', 'a'], before: null });
    expect(itemIds()).toEqual(['b', 'a']);
  });

  it('QUO-2 only a draft’s content changes; going back to draft is a new revision', () => {
    add('a');
    run('changeQuoteState', { id: 'quote-1', to: 'presented' });
    expect(add('b')).toMatchObject({ ok: false, error: { type: 'wrong-state', state: 'presented' } });
    run('changeQuoteState', { id: 'quote-1', to: 'draft' });
    expect(add('b').ok).toBe(true);
    expect(records.get('quote', 'quote-1')?.revision).toBe(2);
  });

  it('QUO-3 nobody approves by moving the quote: that is for the mutations about approval', () => {
    add('a');
    for (const to of ['in-approval', 'approved', 'ordered']) {
      const result = runMutation('changeQuoteState', { id: 'quote-1', to }, records, {
        ...aRep,
        role: 'manager',
      });
      expect(result).toMatchObject({ ok: false, error: { type: 'invalid-arguments' } });
    }
    expect(records.get('quote', 'quote-1')?.state).toBe('draft');
  });

  it('a quote is not made with an item twice, nor a bundle', () => {
    const twice = { ok: false, error: { type: 'invalid-arguments', issues: [{ path: 'items' }] } };
    expect(
      run('createQuote', { ...quote, id: 'quote-2', items: [line('a'), line('b'), line('a')] }),
    ).toMatchObject(twice);
    expect(records.get('quote', 'quote-2')).toBeUndefined();
    add('bundle');
    const part = { ...line('part'), component: { parentId: 'bundle', optionId: 'o' } } as QuoteLine;
    expect(
      run('configureBundle', { id: 'quote-1', parentId: 'bundle', components: [part, part] }),
    ).toMatchObject(twice);
    expect(itemIds()).toEqual(['bundle']);
  });

  it('PR-61 no approval, state, owner or revision comes in with other arguments', () => {
    const approval = {
      kind: 'decided',
      contentHash: '0'.repeat(64),
      approvalId: null,
      by: 'me',
      at: aRep.capturedAt,
    };
    const smuggled = { approval, state: 'approved', ownerId: 'boss', revision: 7, partnerId: 'other' };
    const attempts: readonly [MutationName, object][] = [
      ['createQuote', { ...quote, ...smuggled, id: 'quote-2' }],
      ['editQuote', { id: 'quote-1', changes: { title: 'New', ...smuggled }, ...smuggled }],
      [
        'addQuoteItems',
        { id: 'quote-1', insertions: [{ before: null, item: { ...line('a'), ...smuggled } }], ...smuggled },
      ],
      [
        'editQuoteItems',
        { id: 'quote-1', edits: [{ itemId: 'a', changes: { quantity: '2', ...smuggled } }], ...smuggled },
      ],
      ['configureBundle', { id: 'quote-1', parentId: 'a', components: [], ...smuggled }],
      [
        'repriceQuote',
        {
          id: 'quote-1',
          priceBook: { bookId: 'pln-gold', version: 2 },
          pricingDate: '2026-03-02',
          exchangeRate: null,
          kept: [],
          ...smuggled,
        },
      ],
    ];
    for (const [name, args] of attempts) {
      const result = runMutation(name, args, records, aRep);
      expect([name, result.ok]).toEqual([name, true]);
      if (result.ok) records.write(result.value);
    }
    for (const id of ['quote-1', 'quote-2']) {
      const written = records.get('quote', id);
      expect(written).toMatchObject({
        state: 'draft',
        ownerId: 'rep-1',
        revision: 1,
        partnerId: 'partner-1',
      });
      expect(written?.approval ?? null).toBeNull();
    }
  });

  it('an empty quote cannot be presented', () => {
    expect(run('changeQuoteState', { id: 'quote-1', to: 'presented' })).toEqual({
      ok: false,
      error: { type: 'quote-empty' },
    });
  });

  describe('ORD-1 placing an order', () => {
    const order: ArgsOf<'placeOrder'> = {
      id: 'order-1',
      businessId: '0b6f7a52-6f0e-4c5e-9d6f-0a52b3c1d2e3',
      quoteId: 'quote-1',
      quoteRevision: 1,
      lines: [
        { lineId: 'a', sku: 'SKU-a', description: 'a', quantity: '1', sellNet: '10.00', buyNet: '8.00' },
      ],
      totals: { sellNet: '10.00', tax: '2.30', gross: '12.30', buyNet: '8.00', taxGroups: [] },
      purchaseOrderNumber: 'PO 7',
      note: '',
    };
    const accept = () => {
      add('a');
      run('changeQuoteState', { id: 'quote-1', to: 'presented' });
      run('changeQuoteState', { id: 'quote-1', to: 'accepted' });
    };

    it('turns an accepted quote into one order and closes the quote', () => {
      accept();
      expect(run('placeOrder', order).ok).toBe(true);
      expect(records.get('quote', 'quote-1')?.state).toBe('ordered');
      expect(records.get('order', 'order-1')).toMatchObject({
        state: 'placed',
        quoteNumber: 'Q-7K2M-0001',
        receivedAt: null,
      });
    });

    it('never twice', () => {
      accept();
      run('placeOrder', order);
      expect(run('placeOrder', { ...order, id: 'order-2' })).toMatchObject({
        ok: false,
        error: { type: 'wrong-state' },
      });
      expect(records.get('order', 'order-2')).toBeUndefined();
    });

    it('not of a draft, and not of an older revision', () => {
      add('a');
      expect(run('placeOrder', order)).toMatchObject({
        ok: false,
        error: { type: 'wrong-state', state: 'draft' },
      });
      run('changeQuoteState', { id: 'quote-1', to: 'presented' });
      run('changeQuoteState', { id: 'quote-1', to: 'accepted' });
      expect(run('placeOrder', { ...order, quoteRevision: 2 }).ok).toBe(false);
    });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, aLine, aQuote } from '../domain/quote/quote.test-kit';
import type { QuoteLine } from '../domain/quote/quote';
import { aRep, RecordSet } from './record-set.test-kit';
import { findMutation, type ArgsOf, type MutationName } from './registry';
import { runMutation } from './run-mutation';

describe('mutations on quotes and the customers behind them', () => {
  let records: RecordSet;
  beforeEach(() => {
    records = new RecordSet();
    const items = [aLine({ id: 'a' }), aLine({ id: 'b' }), aLine({ id: 'c' })];
    records.write([
      { type: 'account', id: 'account-1', record: anAccount() },
      { type: 'quote', id: 'quote-1', record: aQuote({ ownerId: 'rep-1', items }) },
    ]);
  });
  const run = <N extends MutationName>(name: N, args: ArgsOf<N>) => {
    const touched = findMutation(name)?.touches(args) ?? [];
    const result = runMutation(name, args, records.only(touched), aRep);
    if (result.ok) records.write(result.value);
    return result;
  };
  const items = () => records.get('quote', 'quote-1')?.items as QuoteLine[];

  it('createContact, editContact: a contact of an account that is there; other fields stay', () => {
    const contact = {
      id: 'contact-1',
      accountId: 'account-1',
      name: '王启明',
      jobTitle: 'CTO',
      email: 'c@example.com',
      phone: '',
    };
    expect(run('createContact', { ...contact, accountId: 'nobody' })).toMatchObject({
      error: { type: 'not-found', recordType: 'account' },
    });
    expect(run('createContact', contact).ok).toBe(true);
    expect(run('createContact', contact)).toMatchObject({ error: { type: 'already-exists' } });
    run('editContact', { id: 'contact-1', changes: { phone: '+48 22' } });
    expect(records.get('contact', 'contact-1')).toMatchObject({ ...contact, phone: '+48 22' });
    expect(run('editContact', { id: 'gone', changes: {} })).toMatchObject({ error: { type: 'not-found' } });
  });

  it('createOpportunity, editOpportunity: of an account that is there; other fields stay', () => {
    const opportunity = {
      id: 'opportunity-1',
      accountId: 'account-1',
      name: 'Refresh',
      stage: 'prospecting' as const,
      amount: '1000',
      currency: 'EUR',
      closeOn: '2026-05-01',
      nextStep: 'Call',
      notes: '',
    };
    expect(run('createOpportunity', opportunity).ok).toBe(true);
    expect(run('createOpportunity', opportunity)).toMatchObject({ error: { type: 'already-exists' } });
    run('editOpportunity', { id: 'opportunity-1', changes: { stage: 'won' } });
    expect(records.get('opportunity', 'opportunity-1')).toMatchObject({
      ...opportunity,
      stage: 'won',
      ownerId: 'rep-1',
    });
    expect(run('editOpportunity', { id: 'gone', changes: {} })).toMatchObject({
      error: { type: 'not-found' },
    });
  });

  it('editQuote: the header of a draft, and what belongs to it', () => {
    const changes = {
      discountPercent: '5',
      contractId: 'contract-1',
      specialBidId: 'bid-1',
      terms: '30 days',
    };
    expect(run('editQuote', { id: 'quote-1', changes }).ok).toBe(true);
    expect(records.get('quote', 'quote-1')).toMatchObject(changes);
    expect(run('editQuote', { id: 'gone', changes })).toMatchObject({ error: { type: 'not-found' } });
    run('changeQuoteState', { id: 'quote-1', to: 'presented' });
    expect(run('editQuote', { id: 'quote-1', changes })).toMatchObject({ error: { type: 'wrong-state' } });
  });

  it('editQuoteItems: all edits or none', () => {
    const edits = [
      { itemId: 'a', changes: { quantity: '7' } },
      { itemId: 'gone', changes: { quantity: '7' } },
    ];
    expect(run('editQuoteItems', { id: 'quote-1', edits })).toEqual({
      ok: false,
      error: { type: 'item-not-found', itemId: 'gone' },
    });
    expect(items()[0]?.quantity).toBe('1');
    run('editQuoteItems', { id: 'quote-1', edits: edits.slice(0, 1) });
    expect(items()[0]?.quantity).toBe('7');
  });

  it('QUO-1 chooseAlternative: of a group one line is chosen, whatever was before', () => {
    const alternative = (itemId: string, group: string) => ({
      itemId,
      changes: { alternative: { group, chosen: true } },
    });
    const edits = [alternative('a', 'g'), alternative('b', 'g'), alternative('c', 'h')];
    run('editQuoteItems', { id: 'quote-1', edits });
    expect(run('chooseAlternative', { id: 'quote-1', itemId: 'b' }).ok).toBe(true);
    expect(items().map((item) => item.alternative?.chosen)).toEqual([false, true, true]);
    run('editQuoteItems', { id: 'quote-1', edits: [{ itemId: 'a', changes: { alternative: null } }] });
    for (const itemId of ['a', 'gone']) {
      expect(run('chooseAlternative', { id: 'quote-1', itemId })).toMatchObject({
        error: { type: 'item-not-found', itemId },
      });
    }
  });

  it('CAT-3 configureBundle: the parts stand behind their bundle, and only they change', () => {
    const part = (id: string, parentId = 'a') => aLine({ id, component: { parentId, optionId: id } });
    const configure = (components: QuoteLine[], parentId = 'a') =>
      run('configureBundle', { id: 'quote-1', parentId, components });
    configure([part('p1'), part('p2')]);
    expect(items().map(({ id }) => id)).toEqual(['a', 'p1', 'p2', 'b', 'c']);
    configure([part('p3'), part('p1')]);
    expect(items().map(({ id }) => id)).toEqual(['a', 'p3', 'p1', 'b', 'c']);
    expect(configure([part('p4', 'b')])).toMatchObject({ error: { type: 'item-not-found', itemId: 'p4' } });
    expect(configure([part('b')])).toMatchObject({ error: { type: 'item-not-found', itemId: 'b' } });
    expect(configure([], 'gone')).toMatchObject({ error: { type: 'item-not-found', itemId: 'gone' } });
    configure([]);
    expect(items().map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('PR-32 repriceQuote: to another version as a whole; kept lines name their own, the others none', () => {
    const moved = {
      priceBook: { bookId: 'book-eur-gold', version: 4 },
      pricingDate: '2026-03-10',
      exchangeRate: null,
    };
    run('repriceQuote', { id: 'quote-1', ...moved, kept: [{ itemId: 'b', version: 3 }] });
    expect(records.get('quote', 'quote-1')).toMatchObject(moved);
    expect(items().map(({ keptVersion }) => keptVersion)).toEqual([null, 3, null]);
    run('repriceQuote', { id: 'quote-1', ...moved, kept: [] });
    expect(items().map(({ keptVersion }) => keptVersion)).toEqual([null, null, null]);
    run('changeQuoteState', { id: 'quote-1', to: 'presented' });
    expect(run('repriceQuote', { id: 'quote-1', ...moved, kept: [] })).toMatchObject({
      error: { type: 'wrong-state', state: 'presented' },
    });
  });

  describe('PR-20 special bids', () => {
    const wanted = [{ lineId: 'a', sku: 'LIC-1', quantity: '1', unitPrice: '80.00' }];
    const bid = { id: 'bid-1', quoteId: 'quote-1', justification: 'Tender', competitor: '', wanted };

    it('requestSpecialBid: asks for lines of the quote, and changes nothing in it', () => {
      const before = records.get('quote', 'quote-1');
      expect(run('requestSpecialBid', bid).ok).toBe(true);
      expect(records.get('specialBid', 'bid-1')).toMatchObject({
        ...bid,
        state: 'requested',
        terms: [],
        ownerId: 'rep-1',
        accountId: 'account-1',
      });
      expect(records.get('quote', 'quote-1')).toEqual(before);
      expect(run('requestSpecialBid', bid)).toMatchObject({ error: { type: 'already-exists' } });
    });

    it.each([
      ['a line that is not there', { lineId: 'x' }, 'x'],
      ['another SKU than the line’s', { sku: 'LIC-2' }, 'a'],
    ])('requestSpecialBid: not for %s', (_what, change, itemId) => {
      const strange = wanted.map((line) => ({ ...line, ...change }));
      expect(run('requestSpecialBid', { ...bid, wanted: strange })).toEqual({
        ok: false,
        error: { type: 'item-not-found', itemId },
      });
    });

    it('withdrawSpecialBid: only while it waits', () => {
      run('requestSpecialBid', bid);
      expect(run('withdrawSpecialBid', { id: 'bid-1' }).ok).toBe(true);
      expect(records.get('specialBid', 'bid-1')?.state).toBe('withdrawn');
      expect(run('withdrawSpecialBid', { id: 'bid-1' })).toMatchObject({ error: { type: 'wrong-state' } });
      expect(run('withdrawSpecialBid', { id: 'gone' })).toMatchObject({ error: { type: 'not-found' } });
    });
  });
});

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { signed } from '../domain/approval/signed-authority.test-kit';
import { approvalReasons } from '../domain/approval/approval-reasons';
import { contentHash } from '../domain/quote/content-hash';
import { priceQuote } from '../domain/quote/price-quote';
import type { Quote } from '../domain/quote/quote';
import { aLine, aPricing, aQuote } from '../domain/quote/quote.test-kit';
import type { MutationContext } from './mutation';
import { aRep, RecordSet } from './record-set.test-kit';
import { findMutation, type ArgsOf, type MutationName } from './registry';
import { runMutation } from './run-mutation';

const manager: MutationContext = { ...aRep, userId: 'manager-1', role: 'manager' };
/** 12 % off: more than a rep may. */
const overLimit = [aLine({ id: 'a', discountPercent: '12' })];

describe('QUO-3 mutations about approval', () => {
  let records: RecordSet;
  beforeEach(() => {
    records = new RecordSet();
    records.write([{ type: 'quote', id: 'quote-1', record: aQuote({ ownerId: 'rep-1', items: overLimit }) }]);
  });

  const run = <N extends MutationName>(name: N, args: ArgsOf<N>, context = aRep) => {
    const touched = findMutation(name)?.touches(args) ?? [];
    const result = runMutation(name, args, records.only(touched), context);
    if (result.ok) records.write(result.value);
    return result;
  };
  const quote = (): Quote => {
    const found = records.get('quote', 'quote-1');
    if (!found) throw new Error('the quote is gone');
    return found;
  };
  const priced = (of = quote()) => {
    const input = aPricing({ quote: of });
    return { input, priced: priceQuote(input) };
  };
  const hashNow = () => contentHash(quote(), priced().priced);
  const request = (id = 'approval-1', changes: Partial<ArgsOf<'requestApproval'>> = {}) => {
    const { input, priced: figures } = priced();
    const { list, sell, buy, marginPercent } = figures.totals;
    const args = {
      id,
      quoteId: 'quote-1',
      contentHash: hashNow(),
      figures: { list, sell, buy, marginPercent },
      reasons: approvalReasons(input, figures),
      message: '',
      ...changes,
    };
    return run('requestApproval', args);
  };
  const decide = (outcome: 'approve' | 'reject' | 'counter', context = manager, id = 'approval-1') => {
    const counter = outcome === 'counter' ? { discountPercent: '3', lines: [] } : null;
    return run('decideApproval', { id, quoteId: 'quote-1', by: 'M', outcome, comment: '', counter }, context);
  };
  const withdraw = () => run('withdrawApproval', { id: 'approval-1', quoteId: 'quote-1' });
  const revise = (approvalId: string | null = null) =>
    run('reviseQuote', { id: 'quote-1', revision: quote().revision, approvalId });
  const approve = (uses: ArgsOf<'approveQuote'>['uses'] = [], context = aRep) =>
    run('approveQuote', { quoteId: 'quote-1', contentHash: hashNow(), by: 'R', uses }, context);
  const states = () => [quote().state, records.get('approval', 'approval-1')?.state];

  it('requestApproval: the quote waits with its request, asked of whom the reasons name', () => {
    expect(request().ok).toBe(true);
    expect(states()).toEqual(['in-approval', 'pending']);
    expect(records.get('approval', 'approval-1')).toMatchObject({
      ownerId: 'rep-1',
      quoteNumber: 'Q-7K2M-0042',
      quoteRevision: 1,
      steps: [{ approver: 'manager', order: 0 }],
    });
  });

  it('requestApproval: only of a draft, with a reason, under an id of its own', () => {
    expect(request('approval-1', { reasons: [] })).toMatchObject({ error: { type: 'invalid-arguments' } });
    request();
    expect(request('approval-2')).toMatchObject({ error: { type: 'wrong-state', state: 'in-approval' } });
    withdraw();
    expect(request()).toMatchObject({ error: { type: 'already-exists', recordType: 'approval' } });
  });

  it('PR-61 nothing of a quote that waits can be edited', () => {
    request();
    const edits = [{ itemId: 'a', changes: { quantity: '2' } }];
    expect(run('editQuoteItems', { id: 'quote-1', edits })).toMatchObject({
      error: { type: 'wrong-state', state: 'in-approval' },
    });
  });

  it('decideApproval: approved, the quote names the content, the request and who', () => {
    request();
    expect(decide('approve').ok).toBe(true);
    expect(states()).toEqual(['approved', 'approved']);
    expect(quote().approval).toEqual({
      kind: 'decided',
      contentHash: hashNow(),
      approvalId: 'approval-1',
      by: 'M',
      at: aRep.capturedAt,
    });
  });

  it.each(['reject', 'counter'] as const)('decideApproval: %s sends the quote back, unchanged', (outcome) => {
    const { items } = quote();
    request();
    decide(outcome);
    expect(states()).toEqual(['draft', outcome === 'reject' ? 'rejected' : 'countered']);
    expect(quote()).toMatchObject({ revision: 1, approval: null, items });
  });

  it('decideApproval: a rep decides nothing; nobody decides twice, or about another quote', () => {
    request();
    expect(decide('approve', aRep)).toMatchObject({ error: { type: 'not-allowed', role: 'rep' } });
    decide('approve');
    expect(decide('reject')).toMatchObject({ error: { type: 'wrong-state', state: 'approved' } });
    expect(states()).toEqual(['approved', 'approved']);
    records.write([{ type: 'quote', id: 'quote-2', record: aQuote({ id: 'quote-2' }) }]);
    const other = { id: 'approval-1', quoteId: 'quote-2', by: '', comment: '', counter: null };
    expect(run('decideApproval', { ...other, outcome: 'approve' }, manager)).toMatchObject({
      error: { type: 'not-found', recordType: 'approval' },
    });
  });

  it('PR-176 nobody decides what he asked for, or about his own quote', () => {
    request();
    for (const userId of ['rep-1', quote().ownerId]) {
      expect(decide('approve', { ...manager, userId })).toMatchObject({ error: { type: 'not-allowed' } });
    }
    expect(states()).toEqual(['in-approval', 'pending']);
  });

  it('withdrawApproval: the quote is a draft again, the request withdrawn, once', () => {
    request();
    expect(withdraw().ok).toBe(true);
    expect(states()).toEqual(['draft', 'withdrawn']);
    expect(withdraw()).toMatchObject({ error: { type: 'wrong-state', state: 'withdrawn' } });
    expect(decide('approve')).toMatchObject({ error: { type: 'wrong-state' } });
  });

  it('QUO-2, PR-61 reviseQuote: a new draft without approval; the old one is kept, its request void', () => {
    request();
    const before = quote();
    expect(revise('approval-1').ok).toBe(true);
    expect(states()).toEqual(['draft', 'voided']);
    expect(quote()).toMatchObject({ revision: 2, approval: null });
    expect(records.get('quoteRevision', 'quote-1.r1')).toMatchObject({ revision: 1, quote: before });
    const stale = { id: 'quote-1', revision: 1, approvalId: null };
    expect(run('reviseQuote', stale)).toMatchObject({ error: { type: 'wrong-state' } });
  });

  it('approveQuote: inside policy at once; not what is no draft', () => {
    run('editQuoteItems', { id: 'quote-1', edits: [{ itemId: 'a', changes: { discountPercent: '5' } }] });
    expect(approve().ok).toBe(true);
    expect(quote()).toMatchObject({
      state: 'approved',
      approval: { kind: 'inside-policy', contentHash: hashNow(), approvalId: null },
    });
    expect(approve()).toMatchObject({ error: { type: 'wrong-state', state: 'approved' } });
  });

  describe('PR-62 approveQuote with delegated authority', () => {
    beforeEach(() => records.write([{ type: 'authority', id: 'authority-1', record: signed() }]));
    const used = () => records.get('authority', 'authority-1')?.uses;
    const take = (amount: string) => approve([{ authorityId: 'authority-1', amount }]);

    it('counts what it takes', () => {
      expect(take('2.00').ok).toBe(true);
      expect(quote().approval).toMatchObject({ kind: 'delegated' });
      expect(used()).toEqual([{ quoteId: 'quote-1', quoteRevision: 1, amount: '2.00' }]);
    });

    it('PR-173 counts a quote once: the newer revision in place of the older', () => {
      take('2.00');
      revise();
      expect(used()).toHaveLength(1);
      take('100.00');
      expect(used()).toEqual([{ quoteId: 'quote-1', quoteRevision: 2, amount: '100.00' }]);
    });

    it('refuses more than is left', () => {
      const uses = [{ quoteId: 'quote-9', quoteRevision: 1, amount: '98.01' }];
      records.write([{ type: 'authority', id: 'authority-1', record: signed({}, uses) }]);
      expect(take('2.00')).toMatchObject({ error: { type: 'authority-exceeded' } });
      expect(used()).toEqual(uses);
      expect(take('1.99').ok).toBe(true);
    });

    it('PR-174 is for the person it names and that person’s quotes', () => {
      const use = [{ authorityId: 'authority-1', amount: '2.00' }];
      expect(approve(use, manager)).toMatchObject({ error: { type: 'not-allowed' } });
      records.write([{ type: 'authority', id: 'authority-1', record: signed({ personId: 'rep-2' }) }]);
      expect(approve(use)).toMatchObject({ error: { type: 'not-found', recordType: 'authority' } });
      expect(approve([{ authorityId: 'nothing', amount: '1' }])).toMatchObject({
        error: { type: 'not-found' },
      });
    });
  });

  it('PR-61 whatever is done in whatever order, an approval is of the very content it stands on', () => {
    const steps: Readonly<Record<string, () => unknown>> = {
      edit: () =>
        run('editQuoteItems', {
          id: 'quote-1',
          edits: [{ itemId: 'a', changes: { quantity: String(quote().items.length + quote().revision) } }],
        }),
      discount: () =>
        run('editQuote', { id: 'quote-1', changes: { discountPercent: String(quote().revision % 9) } }),
      ask: () => request(`approval-${quote().revision}`),
      approve: () => decide('approve', manager, `approval-${quote().revision}`),
      reject: () => decide('reject', manager, `approval-${quote().revision}`),
      counter: () => decide('counter', manager, `approval-${quote().revision}`),
      withdraw: () => run('withdrawApproval', { id: `approval-${quote().revision}`, quoteId: 'quote-1' }),
      revise: () => revise(`approval-${quote().revision}`),
      present: () => run('changeQuoteState', { id: 'quote-1', to: 'presented' }),
      accept: () => run('changeQuoteState', { id: 'quote-1', to: 'accepted' }),
      back: () => run('changeQuoteState', { id: 'quote-1', to: 'draft' }),
      letOut: () => approve(),
    };
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 25 }), (names) => {
        records = new RecordSet();
        const record = aQuote({ ownerId: 'rep-1', items: overLimit });
        records.write([{ type: 'quote', id: 'quote-1', record }]);
        for (const name of names) {
          steps[name]?.();
          const { approval, state } = quote();
          seen.add(state);
          expect([state, approval?.contentHash ?? hashNow()]).toEqual([state, hashNow()]);
          expect(approval && ['draft', 'in-approval'].includes(state)).toBeFalsy();
        }
      }),
      { numRuns: 150 },
    );
    for (const state of ['draft', 'in-approval', 'approved', 'presented']) expect(seen).toContain(state);
  });
});

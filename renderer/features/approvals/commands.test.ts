import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Approval } from '#shared/domain/approval/approval';
import { approvalReasons } from '#shared/domain/approval/approval-reasons';
import type { DelegatedAuthority } from '#shared/domain/approval/delegated-authority';
import { contentHash } from '#shared/domain/quote/content-hash';
import { priceQuote } from '#shared/domain/quote/price-quote';
import { aPricing, aQuote, lines } from '#shared/domain/quote/quote.test-kit';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import type { ClientDatabase } from '../../db/database';
import { mutate, type Author } from '../../db/mutate';
import { noJournal } from '../../journal/create-journal';
import { openDatabase } from '../../db/open-database';
import {
  approveQuote,
  decideApproval,
  requestApproval,
  takeCounterOver,
  withdrawApproval,
  type Save,
} from './commands';
import { putBidIntoQuote, requestSpecialBid, withdrawSpecialBid } from './special-bid/commands';

const rep: Author = { userId: 'person-1', partnerId: 'partner-1', role: 'rep' };
const manager: Author = { userId: 'person-2', partnerId: 'partner-1', role: 'manager' };
const draft = aQuote({ items: lines({ quantity: '10', discountPercent: '30' }, { discountPercent: '5' }) });

let db: ClientDatabase;
const as =
  (author: Author): Save =>
  async (name, args) =>
    (await mutate(db, author, () => new Date('2026-03-02T10:00:00.000Z'), noJournal, name, args)).ok;
const stored = async <T>(type: 'quote' | 'approval' | 'authority' | 'specialBid', id: string) =>
  (await db.records.get([type, id]))?.value as T;
const theQuote = () => stored<Quote>('quote', draft.id);
const put = (type: 'quote' | 'authority' | 'specialBid', id: string, value: unknown) =>
  db.records.put({ type, id, value: value as never, shadow: null, serverVersion: 1, pending: [] });

/** The quote priced as the rep's device does. */
function priced(quote: Quote) {
  const input = aPricing({ quote });
  const figures = priceQuote(input);
  const asked = { quote, priced: figures, contentHash: contentHash(quote, figures) };
  return { asked, reasons: approvalReasons(input, figures) };
}

async function askedFor(message = ''): Promise<Approval> {
  const { asked, reasons } = priced(await theQuote());
  const id = await requestApproval(as(rep), asked, reasons, message);
  if (id === null) throw new Error('the request was not stored');
  return stored<Approval>('approval', id);
}

beforeEach(async () => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  db = await openDatabase(rep.userId, { random: () => 0.5, options });
  await put('quote', draft.id, draft);
});

describe('QUO-3 asking for approval', () => {
  it('PR-60, PR-61 stores the content’s hash, its figures, every reason and the words, and waits', async () => {
    const approval = await askedFor('  A key customer.\n');
    expect(approval).toMatchObject({
      state: 'pending',
      message: 'A key customer.',
      ownerId: rep.userId,
      figures: { list: '1100.00', sell: '795.00' },
      steps: [{ approver: 'manager', order: 0 }],
    });
    expect(approval.reasons).toMatchObject([{ kind: 'manual-discount', value: '30', limit: '10' }]);
    expect(approval.contentHash).toBe(priced(draft).asked.contentHash);
    expect((await theQuote()).state).toBe('in-approval');
  });

  it('is taken back to the draft it was', async () => {
    const approval = await askedFor();
    expect(await withdrawApproval(as(rep), approval)).toBe(true);
    expect((await stored<Approval>('approval', approval.id)).state).toBe('withdrawn');
    expect(await theQuote()).toMatchObject({ state: 'draft', items: draft.items });
  });

  it('says so when it could not be stored: a quote waits for one answer at a time', async () => {
    await askedFor();
    const { asked, reasons } = priced(draft);
    expect(await requestApproval(as(rep), asked, reasons, '')).toBeNull();
  });
});

describe('QUO-3 the manager decides', () => {
  it('approves: the quote is out, with the name and the hash', async () => {
    const approval = await askedFor();
    const decision = { outcome: 'approve', comment: ' Fine. ', counter: null } as const;
    expect(await decideApproval(as(manager), approval, 'Karin', decision)).toBe(true);
    expect(await theQuote()).toMatchObject({
      state: 'approved',
      approval: { kind: 'decided', by: 'Karin', contentHash: approval.contentHash },
    });
    expect((await stored<Approval>('approval', approval.id)).decisions).toMatchObject([{ comment: 'Fine.' }]);
  });

  it('a rep cannot decide', async () => {
    const approval = await askedFor();
    const decision = { outcome: 'approve', comment: '', counter: null } as const;
    expect(await decideApproval(as(rep), approval, 'Anna', decision)).toBe(false);
    expect((await theQuote()).state).toBe('in-approval');
  });
});

describe('QUO-3 an offer is taken over', () => {
  const counter = { discountPercent: '2', lines: [{ lineId: 'line-1', discountPercent: '8' }] };
  const discounts = async () => {
    const quote = await theQuote();
    return [quote.discountPercent, ...linesOf(quote).map(({ discountPercent }) => discountPercent)];
  };

  it('puts the approver’s discounts into the draft, and undo puts back what was there', async () => {
    const approval = await askedFor();
    await decideApproval(as(manager), approval, 'Karin', { outcome: 'counter', comment: '', counter });
    const undo = await takeCounterOver(as(rep), await theQuote(), counter);
    expect(await discounts()).toEqual(['2', '8', '5']);
    expect(await undo?.()).toBe(true);
    expect(await discounts()).toEqual(['0', '30', '5']);
  });

  it('leaves all as it was when half of it cannot be stored', async () => {
    const onlyLines: Save = async (name, args) => name !== 'editQuote' && (await as(rep)(name, args));
    expect(await takeCounterOver(onlyLines, await theQuote(), counter)).toBeNull();
    expect(await discounts()).toEqual(['0', '30', '5']);
  });
});

describe('letting a quote out oneself', () => {
  it('QUO-3 inside policy at once', async () => {
    const { asked } = priced(draft);
    expect(await approveQuote(as(rep), asked, 'Anna', [])).toBe(true);
    expect(await theQuote()).toMatchObject({ state: 'approved', approval: { kind: 'inside-policy' } });
  });

  it('PR-62 on delegated authority, which counts this quote once', async () => {
    const authority: DelegatedAuthority = {
      id: 'authority-1',
      partnerId: 'partner-1',
      token: {
        id: 'authority-1',
        partnerId: 'partner-1',
        personId: rep.userId,
        family: null,
        maxExtraDiscount: '25',
        budget: { amount: '500.00', currency: 'EUR' },
        validFrom: '2026-01-01',
        validUntil: '2026-12-31',
      },
      keyId: 'key-1',
      signature: '0'.repeat(128),
      uses: [],
    };
    await put('authority', authority.id, authority);
    const { asked } = priced(draft);
    const uses = [{ authorityId: authority.id, amount: '200.00' }];
    expect(await approveQuote(as(rep), asked, 'Anna', uses)).toBe(true);
    expect((await stored<DelegatedAuthority>('authority', authority.id)).uses).toEqual([
      { quoteId: draft.id, quoteRevision: 1, amount: '200.00' },
    ]);
    expect((await theQuote()).approval).toMatchObject({ kind: 'delegated', by: 'Anna' });
  });
});

describe('PR-20 special prices', () => {
  const request = {
    justification: 'The competitor is cheaper',
    competitor: 'Other Co',
    wanted: [{ lineId: 'line-1', sku: 'LIC-1', quantity: '10', unitPrice: '60' }],
  };

  it('are asked for without touching the quote, and the request can be taken back', async () => {
    const id = await requestSpecialBid(as(rep), draft, request);
    const bid = await stored<Parameters<typeof withdrawSpecialBid>[1]>('specialBid', id ?? '');
    expect(bid).toMatchObject({ ...request, state: 'requested', quoteNumber: draft.number });
    expect(await theQuote()).toEqual(draft);
    expect(await withdrawSpecialBid(as(rep), bid)).toBe(true);
    expect(await stored('specialBid', bid.id)).toMatchObject({ state: 'withdrawn' });
  });

  it('are put into the quote and out again', async () => {
    expect(await putBidIntoQuote(as(rep), draft, 'bid-1')).toBe(true);
    expect((await theQuote()).specialBidId).toBe('bid-1');
    expect(await putBidIntoQuote(as(rep), draft, null)).toBe(true);
    expect((await theQuote()).specialBidId).toBeNull();
  });
});

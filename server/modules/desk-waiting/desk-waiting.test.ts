import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LeadCriteria } from '#shared/domain/lead/criteria';
import { linesOf } from '#shared/domain/quote/quote';
import { recordSchemas, type RecordOf, type RecordType } from '#shared/domain/records';
import { newId } from '#shared/lib/ids';
import { vendorWaitingSchema, type VendorWaiting } from '#shared/protocol/vendor-waiting';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { aRuledQuote, ask, create, decisionOn, publishRuledBook } from '../approvals/approvals.test-kit';
import { leadDeskOf, ruleEverything, toPartners } from '../leads/leads.test-kit';
import { atDesk, register } from '../registrations/registrations.test-kit';
import { writeRecords } from '../sync/repository';

const at = `${testDay}T10:00:00.000Z`;
const own = { partnerId: 'partner-1', createdAt: at, updatedAt: at };

describe.each(databaseKinds)('what waits at the vendor’s desk, counted on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let manager: TestDevice;
  let channel: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    await publishRuledBook(server);
    rep = await server.signIn('rep-1');
    manager = await server.signIn('manager-1');
    channel = await server.signIn('channel-1');
  });
  afterAll(() => server.close());

  const read = async (device = channel): Promise<VendorWaiting> =>
    vendorWaitingSchema.parse((await device.ask('GET', '/api/v1/vendor/waiting')).body);
  /** By how much each count went up or down; nothing of those that stayed. */
  async function changed(act: () => Promise<unknown>, device = channel): Promise<Partial<VendorWaiting>> {
    const before = await read(device);
    await act();
    const after = await read(device);
    const keys = Object.keys(after) as (keyof VendorWaiting)[];
    return Object.fromEntries(
      keys.flatMap((key) => (after[key] === before[key] ? [] : [[key, after[key] - before[key]]])),
    );
  }
  const store = <T extends RecordType>(type: T, record: RecordOf<T>, deleted = false) =>
    writeRecords(server.database, [
      {
        type,
        id: record.id,
        partner_id: 'partner-1',
        version: 1,
        deleted,
        body: JSON.stringify(recordSchemas[type].parse(record)),
      },
    ]);

  it('is for the vendor’s people alone', async () => {
    expect(await rep.ask('GET', '/api/v1/vendor/waiting')).toMatchObject({ status: 403 });
    expect(await manager.ask('GET', '/api/v1/vendor/waiting')).toMatchObject({ status: 403 });
  });

  it('OPP-2, OPP-3 a lead waits while nobody has it, and again when its qualification is to be verified', async () => {
    const criteria: LeadCriteria = {
      id: newId(),
      partnerId: 'partner-1',
      name: { en: 'Worth it?' },
      passAt: 0,
      criteria: [
        {
          id: 'budget',
          text: { en: 'Budget?' },
          help: null,
          required: true,
          options: ['yes', 'no'].map((id) => ({ id, points: 1, label: { en: id } })),
        },
      ],
    };
    await store('leadCriteria', criteria);
    await ruleEverything(server, { kind: 'keep' });
    const desk = leadDeskOf(channel);
    let leadId = '';
    expect(await changed(async () => (leadId = (await desk.create()).id))).toEqual({ leads: 1 });
    await ruleEverything(server, toPartners('partner-1'));
    expect(await changed(() => desk.post(leadId, 'route'))).toEqual({ leads: -1 });

    const id = (await desk.find(leadId)).offers[0]?.id ?? '';
    const answered = { id, criteriaId: criteria.id };
    await rep.push(rep.next('acceptLead', { id }));
    await rep.push(rep.next('answerCriteria', { ...answered, answers: { budget: 'yes' }, note: '' }));
    expect(await changed(() => rep.push(rep.next('sendQualification', answered)))).toEqual({ leads: 1 });
    const verify = { decision: 'verify', comment: '', score: null };
    expect(await changed(() => desk.post(leadId, 'qualification', verify))).toEqual({ leads: -1 });
  });

  it('OPP-4 a registration waits until it is decided', async () => {
    let id = '';
    expect(await changed(async () => (id = await register(rep, 'account-1')))).toEqual({ registrations: 1 });
    const refuse = { decision: 'refuse', comment: 'No', refusal: 'other' };
    expect(await changed(() => atDesk(channel, id, 'decision', refuse))).toEqual({ registrations: -1 });
  });

  it('QUO-3 an approval waits when it is the vendor’s turn, and not before', async () => {
    let asked = { id: '', quoteId: '' };
    const first = async () =>
      (asked = await ask(rep, aRuledQuote({ quantity: '20', discountPercent: '12' })));
    expect(await changed(first)).toEqual({});
    expect(await changed(() => manager.push(manager.next('decideApproval', decisionOn(asked))))).toEqual({
      approvals: 1,
    });
    const word = { outcome: 'reject', comment: 'No', counter: null };
    const decide = () => channel.ask('POST', `/api/v1/vendor/approvals/${asked.id}/decision`, word);
    expect(await changed(decide)).toEqual({ approvals: -1 });
    // A manager's word alone is no business of the vendor.
    expect(await changed(() => ask(rep, aRuledQuote({ discountPercent: '12' })))).toEqual({});
  });

  it('PR-20 a special bid waits until it is decided', async () => {
    const quote = aRuledQuote({ quantity: '4' });
    await create(rep, quote);
    const id = newId();
    const wanted = linesOf(quote).map(({ id: lineId, sku, quantity }) => ({
      lineId,
      sku,
      quantity,
      unitPrice: '70.00',
    }));
    const bid = { id, quoteId: quote.id, justification: 'Tender', competitor: '', wanted };
    expect(await changed(() => rep.push(rep.next('requestSpecialBid', bid)))).toEqual({ specialBids: 1 });
    const decide = () =>
      channel.ask('POST', `/api/v1/vendor/special-bids/${id}/decision`, {
        decision: 'rejected',
        comment: '',
      });
    expect(await changed(decide)).toEqual({ specialBids: -1 });
  });

  it('ORD-1 an order waits until it is decided', async () => {
    const id = newId();
    const order: RecordOf<'order'> = {
      id,
      partnerId: 'partner-1',
      ownerId: 'rep-1',
      businessId: crypto.randomUUID(),
      quoteId: 'quote-1',
      quoteNumber: 'Q-1',
      quoteRevision: 1,
      accountId: 'account-1',
      currency: 'EUR',
      priceBook: { bookId: 'book-1', version: 1 },
      lines: [],
      totals: { sellNet: '100.00', tax: '23.00', gross: '123.00', buyNet: '95.00', taxGroups: [] },
      purchaseOrderNumber: '',
      note: '',
      state: 'received',
      vendorOrderNumber: 'VO-1',
      decision: null,
      placedAt: at,
      receivedAt: at,
    };
    expect(await changed(() => store('order', order))).toEqual({ orders: 1 });
    expect(await changed(() => store('order', { ...order, id: newId(), state: 'accepted' }))).toEqual({});
    expect(await changed(() => store('order', { ...order, id: newId() }, true))).toEqual({});
    const word = { decision: 'accepted', reason: '' };
    const decide = () => channel.ask('POST', `/api/v1/vendor/orders/${id}/decision`, word);
    expect(await changed(decide)).toEqual({ orders: -1 });
  });

  it('OPP-6 a conversation waits for each person until that one has read it; once, however much was written', async () => {
    const admin = await server.signIn('admin-1');
    const about = { type: 'opportunity', id: newId() } as const;
    await store('opportunity', {
      ...own,
      id: about.id,
      ownerId: 'rep-1',
      accountId: 'account-1',
      name: 'Deal',
      stage: 'proposal',
      amount: '1',
      currency: 'EUR',
      closeOn: '2026-06-30',
      nextStep: '',
      notes: '',
      met: {},
    });
    const message = { text: 'Hello', mentions: [], attachments: [] };
    const write = () => rep.push(rep.next('postMessage', { ...message, id: newId(), about }));
    expect(await changed(write)).toEqual({ conversations: 1 });
    expect(await changed(write)).toEqual({});
    // What only a newer server knows is in no list.
    const unknown = `{"id":"m-new","about":{"type":"case","id":"c-1"},"authorId":"rep-1","receivedAt":"${at}"}`;
    const row = {
      type: 'message',
      id: 'm-new',
      partner_id: 'partner-1',
      version: 1,
      deleted: false,
    } as const;
    expect(await changed(() => writeRecords(server.database, [{ ...row, body: unknown }]))).toEqual({});
    const address = `/api/v1/vendor/conversations/opportunity/${about.id}`;
    const readIt = () => channel.ask('POST', `${address}/read`, { upTo: at });
    expect(await changed(readIt, admin)).toEqual({});
    server.setClock(`${testDay}T10:05:00.000Z`);
    expect(await changed(write)).toEqual({ conversations: 1 });
    const answer = () => channel.ask('POST', `${address}/messages`, { ...message, id: newId() });
    await channel.ask('POST', `${address}/read`, { upTo: `${testDay}T10:05:00.000Z` });
    expect(await changed(answer)).toEqual({}); // one's own is read
    // What nobody opened for so long waits no more.
    const waiting = (await read(admin)).conversations;
    server.setClock('2026-06-09T10:00:00.000Z');
    expect((await read(await server.signIn('admin-1'))).conversations).toBeLessThan(waiting);
    server.setClock(at);
  });

  it('OPP-7 what the vendor owes waits from the day it is due, until it is done', async () => {
    const owed = (changes: Partial<RecordOf<'obligation'>> = {}) =>
      store('obligation', {
        ...own,
        id: newId(),
        opportunityId: 'opportunity-1',
        templateId: null,
        text: { en: 'Plan' },
        side: 'vendor',
        ownerId: null,
        dueOn: testDay,
        done: null,
        escalation: null,
        ...changes,
      });
    const id = newId();
    expect(await changed(() => owed({ id }))).toEqual({ obligations: 1 });
    expect(await changed(() => owed({ dueOn: '2026-03-11' }))).toEqual({});
    expect(await changed(() => owed({ side: 'partner' }))).toEqual({});
    expect(await changed(() => owed({ done: { by: 'channel-1', at, note: '' } }))).toEqual({});
    const complete = () => channel.ask('POST', `/api/v1/vendor/obligations/${id}/complete`, { note: '' });
    expect(await changed(complete)).toEqual({ obligations: -1 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderFromQuote } from '#shared/domain/order/order-from-quote';
import type { DealRegistration } from '#shared/domain/pricing/granted-terms';
import { newId } from '#shared/lib/ids';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { aRuledQuote, create, onDevice, publishRuledBook, recordOf } from '../approvals/approvals.test-kit';
import { addRuleSet } from '../rules/repository';
import {
  addCustomer,
  aRegistration,
  atDesk,
  fileOf,
  register,
  registrationOf,
  requestOf,
} from './registrations.test-kit';

const now = `${testDay}T10:00:00.000Z`;
const grant = { decision: 'grant', comment: '', validUntil: '2026-06-10', percent: '7.5' };
const terms = { validUntil: '2026-07-01', percent: '5' };
const answerBy = '2026-03-17T10:00:00.000Z';

describe.each(databaseKinds)('OPP-4 whose deal it is, on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let stranger: TestDevice;
  let channel: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    await publishRuledBook(server);
    rep = await server.signIn('rep-1');
    stranger = await server.signIn('rep-2');
    channel = await server.signIn('channel-1');
  });
  afterAll(() => server.close());

  /** The same customer at both partners, and a request of each. */
  async function both(name: string, as = name): Promise<{ mine: string; theirs: string }> {
    const theirs = await register(stranger, await addCustomer(stranger, { name: as }));
    return { mine: await register(rep, await addCustomer(rep, { name })), theirs };
  }

  it('captured first and received later: who was received first is first, and both times are shown', async () => {
    const [mineAt, theirsAt] = [
      await addCustomer(rep, { name: 'Żuraw Morski Sp. z o.o.' }),
      await addCustomer(stranger, { name: 'ZURAW MORSKI' }),
    ];
    const mine = aRegistration(mineAt);
    const early = rep.next('submitRegistration', mine, { capturedAt: '2026-03-01T08:00:00.000Z' });
    server.setClock('2026-03-10T09:00:00.000Z');
    const theirs = await register(stranger, theirsAt);
    server.setClock(now);
    expect((await rep.push(early)).refused).toEqual([]);
    expect((await fileOf(channel, mine.id)).sameCustomer).toMatchObject([
      { requestId: theirs, receivedAt: '2026-03-10T09:00:00.000Z', same: true, isLive: true, isOwn: false },
    ]);
    const [other] = (await fileOf(channel, theirs)).sameCustomer;
    expect(other).toMatchObject({
      requestId: mine.id,
      capturedAt: '2026-03-01T08:00:00.000Z',
      receivedAt: now,
    });
    expect(other?.reasons[0]).toMatchObject({ code: 'name-equal', speaks: 'for' });
  });

  it.each([
    ['another script', 'Полярная Сова', 'Polyarnaya Sova LLC'],
    ['a slip', 'Brzozowiecka Hurtownia', 'Brzozowecka Hurtownia S.A.'],
    ['other order', 'Kormoran Logistyka', 'Logistics Kormoran'],
    ['Chinese', '蓝鲸科技有限公司', 'Lanjing Technology Co., Ltd.'],
  ])('finds the same customer in %s', async (_what, name, as) => {
    const { mine, theirs } = await both(name, as);
    expect((await fileOf(channel, mine)).sameCustomer).toMatchObject([{ requestId: theirs, same: true }]);
  });

  it('shows what only looks alike as such, and what has no product in common', async () => {
    const { mine, theirs } = await both('Kaszubia', 'Kaszubia Leasing');
    expect((await fileOf(channel, mine)).sameCustomer).toMatchObject([{ requestId: theirs, same: false }]);
    const account = await addCustomer(rep, { name: 'Biała Wydma' });
    const one = await register(rep, account, { families: ['storage'] });
    await register(stranger, await addCustomer(stranger, { name: 'Biala Wydma' }), { families: ['backup'] });
    expect((await fileOf(channel, one)).sameCustomer).toMatchObject([{ same: true, families: null }]);
  });

  it('a customer that is called otherwise later is found by what it is called now', async () => {
    const account = await addCustomer(rep, { name: 'Roboczy Projekt' });
    const mine = await register(rep, account);
    await rep.push(
      rep.next('editAccount', {
        id: account,
        changes: { name: 'Fabryka Łososi' },
        base: { name: 'Roboczy Projekt' },
      }),
    );
    await fileOf(channel, mine);
    const theirs = await register(stranger, await addCustomer(stranger, { name: 'Fabryka Lososi S.A.' }));
    expect((await fileOf(channel, theirs)).sameCustomer).toMatchObject([{ requestId: mine }]);
  });

  it('in a conflict both are heard, and neither is told who the other is', async () => {
    const { mine, theirs } = await both('Ostoja Bobrów');
    expect(await atDesk(channel, mine, 'conflict', { withRequestId: theirs, answerBy })).toMatchObject({
      status: 200,
      body: { conflictWith: { requestId: theirs, partnerName: 'Odra Systems' } },
    });
    for (const [device, id] of [
      [rep, mine],
      [stranger, theirs],
    ] as const) {
      expect((await requestOf(device, id)).conflict).toEqual({
        openedAt: now,
        answerBy,
        families: [],
        statement: null,
        outcome: null,
      });
    }
    // One of two alone is not decided on, and there is no second conflict about it.
    expect(await atDesk(channel, mine, 'decision', grant)).toMatchObject({ status: 409 });
    expect(await atDesk(channel, theirs, 'conflict', { withRequestId: mine, answerBy })).toMatchObject({
      status: 409,
    });

    server.setClock('2026-03-11T10:00:00.000Z');
    await stranger.push(stranger.next('answerConflict', { id: theirs, text: 'First visit in January' }));
    expect((await requestOf(stranger, theirs)).conflict?.statement).toEqual({
      by: 'rep-2',
      at: '2026-03-11T10:00:00.000Z',
      text: 'First visit in January',
    });
    expect((await fileOf(channel, mine)).conflictWith).toMatchObject({ statement: 'First visit in January' });
    const said = { result: 'kept', comment: 'Yours', otherComment: 'Somebody was first' };
    expect(await atDesk(channel, mine, 'conflict/decision', { ...said, terms: null })).toMatchObject({
      status: 400,
    });
    expect(await atDesk(channel, mine, 'conflict/decision', { ...said, terms })).toMatchObject({
      status: 200,
    });
    server.setClock(now);
    expect(await requestOf(rep, mine)).toMatchObject({
      state: 'granted',
      conflict: { outcome: { result: 'kept', comment: 'Yours' } },
    });
    expect(await registrationOf(rep, mine)).toMatchObject({
      validUntil: '2026-07-01',
      discounts: [{ percent: '5' }],
    });
    expect(await requestOf(stranger, theirs)).toMatchObject({
      state: 'refused',
      decision: { refusal: 'registered-before', comment: 'Somebody was first' },
      conflict: { outcome: { result: 'lost', comment: 'Somebody was first' } },
    });
    expect(await atDesk(channel, mine, 'conflict/decision', { ...said, terms })).toMatchObject({
      status: 409,
    });
  });

  it('PR-20 who had the deal and loses it in a conflict loses the protection; shared, both have it', async () => {
    const { mine, theirs } = await both('Dąb Bartek');
    await atDesk(channel, theirs, 'decision', grant);
    const before = await registrationOf(stranger, theirs);
    await atDesk(channel, mine, 'conflict', { withRequestId: theirs, answerBy });
    const said = { result: 'kept', comment: '', otherComment: '', terms };
    expect(await atDesk(channel, mine, 'conflict/decision', said)).toMatchObject({ status: 200 });
    expect(await recordOf(stranger, 'dealRegistration', before.id)).toMatchObject({ validUntil: testDay });
    expect(await requestOf(stranger, theirs)).toMatchObject({ state: 'refused', registrationId: null });

    const shared = await both('Lipa Szeroka');
    await atDesk(channel, shared.mine, 'conflict', { withRequestId: shared.theirs, answerBy });
    await atDesk(channel, shared.mine, 'conflict/decision', { ...said, result: 'shared' });
    expect(await requestOf(rep, shared.mine)).toMatchObject({ state: 'granted' });
    expect(await requestOf(stranger, shared.theirs)).toMatchObject({ state: 'granted' });
  });

  it('more time is asked for and decided on; PR-20 the protection lasts as the vendor says', async () => {
    const id = await register(rep, await addCustomer(rep, { name: 'Wierzba Płacząca' }));
    await atDesk(channel, id, 'decision', grant);
    const registration = await registrationOf(rep, id);
    const ask = { id, registrationId: registration.id, until: '2026-08-01', reason: 'Budget in July' };
    server.setClock('2026-03-12T10:00:00.000Z');
    expect((await rep.push(rep.next('requestExtension', ask))).refused).toEqual([]);
    expect((await requestOf(rep, id)).extension).toMatchObject({
      askedAt: '2026-03-12T10:00:00.000Z',
      decision: null,
    });
    expect(await atDesk(channel, id, 'extension', { until: '2026-06-10', comment: '' })).toMatchObject({
      status: 400,
    });
    await atDesk(channel, id, 'extension', { until: '2026-07-15', comment: 'Two weeks less' });
    server.setClock(now);
    expect((await requestOf(rep, id)).extension?.decision).toMatchObject({
      until: '2026-07-15',
      comment: 'Two weeks less',
    });
    expect(await registrationOf(rep, id)).toMatchObject({ id: registration.id, validUntil: '2026-07-15' });
    expect(await atDesk(channel, id, 'extension', { until: null, comment: '' })).toMatchObject({
      status: 409,
    });
  });

  it('a protection goes over to another partner until the same day', async () => {
    const { mine, theirs } = await both('Sosna Czarna');
    await atDesk(channel, theirs, 'decision', grant);
    const said = { toRequestId: mine, comment: 'Asked for by the customer', otherComment: 'Now yours' };
    expect(await atDesk(channel, theirs, 'transfer', said)).toMatchObject({
      status: 200,
      body: { isProtected: false },
    });
    expect(await requestOf(stranger, theirs)).toMatchObject({
      ended: { why: 'transferred', comment: 'Asked for by the customer' },
    });
    expect(await registrationOf(stranger, theirs)).toMatchObject({ validUntil: testDay });
    expect(await requestOf(rep, mine)).toMatchObject({
      state: 'granted',
      decision: { comment: 'Now yours' },
    });
    expect(await registrationOf(rep, mine)).toMatchObject({
      validUntil: '2026-06-10',
      discounts: [{ percent: '7.5' }],
    });
    expect(await atDesk(channel, theirs, 'transfer', said)).toMatchObject({ status: 409 });
  });

  /** A quote with the registration that the customer accepted, and its order as a device sends it that knows the registration so. */
  async function acceptedWith(account: string, registration: DealRegistration) {
    const quote = {
      ...aRuledQuote({ quantity: '1' }),
      accountId: account,
      dealRegistrationId: registration.id,
    };
    const { priced } = onDevice(quote, { dealRegistrations: [registration] });
    const figures = orderFromQuote(quote, priced);
    if (!figures.ok) throw new Error(`not orderable: ${figures.error.type}`);
    const to = (state: 'presented' | 'accepted') => rep.next('changeQuoteState', { id: quote.id, to: state });
    await create(rep, quote);
    expect((await rep.push(to('presented'), to('accepted'))).refused).toEqual([]);
    const { id: quoteId, revision: quoteRevision } = quote;
    const head = { id: newId(), businessId: crypto.randomUUID(), quoteId, quoteRevision };
    const args = { ...head, ...figures.value, purchaseOrderNumber: 'PO-1', note: '' };
    return rep.next('placeOrder', args, { businessId: args.businessId });
  }

  it('PR-20 an order with a registration that ran out or was revoked is refused, with what ended', async () => {
    const account = await addCustomer(rep, { name: 'Jesion Wyniosły' });
    const id = await register(rep, account);
    await atDesk(channel, id, 'decision', { ...grant, validUntil: '2026-03-20' });
    const registration = await registrationOf(rep, id);
    const quote = {
      ...aRuledQuote({ quantity: '1' }),
      accountId: account,
      dealRegistrationId: registration.id,
    };
    await create(rep, quote);
    const { priced } = onDevice(quote, { dealRegistrations: [registration] });
    expect(priced.validity).toMatchObject({ until: '2026-03-20', because: 'deal-registration' });
    const order = await acceptedWith(account, registration);
    expect(await atDesk(channel, id, 'revocation', { comment: ' ' })).toMatchObject({ status: 400 });
    server.setClock('2026-03-15T10:00:00.000Z');
    expect(await atDesk(channel, id, 'revocation', { comment: 'The project was cancelled' })).toMatchObject({
      status: 200,
    });
    server.setClock(now);
    expect(await requestOf(rep, id)).toMatchObject({ state: 'granted', ended: { why: 'revoked' } });
    const revoked = await registrationOf(rep, id);
    expect(revoked.validUntil).toBe('2026-03-15');
    expect(onDevice(quote, { dealRegistrations: [revoked] }).priced.validity).toMatchObject({
      until: '2026-03-15',
      because: 'deal-registration',
    });
    server.setClock('2026-03-15T10:00:00.000Z');
    expect((await rep.push(order)).refused.map(({ rejection }) => rejection)).toMatchObject([
      { type: 'quote-expired', until: '2026-03-15', because: 'deal-registration' },
    ]);
    server.setClock(now);

    // One that nobody revoked ends by itself.
    const other = await register(rep, account);
    await atDesk(channel, other, 'decision', { ...grant, validUntil: '2026-03-20' });
    const late = await acceptedWith(account, await registrationOf(rep, other));
    server.setClock('2026-03-20T10:00:00.000Z');
    expect((await rep.push(late)).refused.map(({ rejection }) => rejection)).toMatchObject([
      { type: 'quote-expired', until: '2026-03-20', because: 'deal-registration' },
    ]);
    server.setClock(now);
  });

  it('the vendor’s rules decide when it is received: alone it is granted, beside another it waits', async () => {
    const none = { kind: 'number', fact: 'sameCustomerCount', compare: 'at-most', value: '0' } as const;
    await addRuleSet(server.database, {
      kind: 'registration-acceptance',
      version: 1,
      content: {
        kind: 'registration-acceptance',
        rules: [
          { id: 'alone', name: 'Alone', when: none, action: { kind: 'accept', percent: '3', days: 30 } },
        ],
      },
      by: 'admin-1',
      at: now,
      activeFrom: now,
      note: '',
    });
    const first = await register(stranger, await addCustomer(stranger, { name: 'Grab Pospolity' }));
    expect(await requestOf(stranger, first)).toMatchObject({ state: 'granted', decision: { refusal: null } });
    expect(await registrationOf(stranger, first)).toMatchObject({
      validUntil: '2026-04-09',
      discounts: [{ percent: '3' }],
    });
    const second = await register(rep, await addCustomer(rep, { name: 'GRAB POSPOLITY S.A.' }));
    expect(await requestOf(rep, second)).toMatchObject({ state: 'submitted', decision: null });
    const told = await server.database
      .selectFrom('event')
      .select(['type', 'actor_id'])
      .where('subject_id', '=', first)
      .orderBy('seq')
      .execute();
    expect(told).toEqual([
      { type: 'registration.submitted', actor_id: 'rep-2' },
      { type: 'registration.granted', actor_id: null },
    ]);

    // At the same moment, from two partners: one sees the other.
    const [here, there] = [
      await addCustomer(rep, { name: 'Klon Jawor' }),
      await addCustomer(stranger, { name: 'Klon Jawor' }),
    ];
    const ids = await Promise.all([register(rep, here), register(stranger, there)]);
    const states = [await requestOf(rep, ids[0]), await requestOf(stranger, ids[1])].map(
      ({ state }) => state,
    );
    expect(states.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['granted', 'submitted']);
  });

  it('no partner is ever sent another one’s name, nor anybody’s customers but its own', async () => {
    const all = async (device: TestDevice): Promise<string> => {
      const pulled = await device.pull({ cookie: null });
      expect(pulled).toMatchObject({ kind: 'patch', nextPage: null });
      return JSON.stringify(pulled);
    };
    const [mine, theirs] = [await all(rep), await all(stranger)];
    expect(mine.includes('registrationRequest') && theirs.includes('registrationRequest')).toBe(true);
    // Not its brand's name, which both partners of this vendor share.
    expect(mine.match(/Odra Systems|partner-2|rep-2|Biala Wydma|Kaszubia Leasing/)).toBeNull();
    expect(theirs.match(/partner-1|rep-1|manager-1|Żuraw Morski|Полярная/)).toBeNull();
  });
});

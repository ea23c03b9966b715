import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { DealRegistration } from '#shared/domain/pricing/granted-terms';
import { anAccount } from '#shared/domain/quote/quote.test-kit';
import { newId } from '#shared/lib/ids';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import {
  vendorRegistrationFileSchema,
  vendorRegistrationListSchema,
} from '#shared/protocol/vendor-registration';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { aRuledQuote, create, onDevice, publishRuledBook, recordOf } from '../approvals/approvals.test-kit';

describe.each(databaseKinds)('OPP-4 registrations on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let channel: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    await publishRuledBook(server);
    rep = await server.signIn('rep-1');
    channel = await server.signIn('channel-1');
  });
  afterAll(() => server.close());

  const address = '/api/v1/vendor/registrations';
  const now = `${testDay}T10:00:00.000Z`;
  async function submit(
    changes: Partial<ArgsOf<'submitRegistration'>> = {},
    device = rep,
  ): Promise<ArgsOf<'submitRegistration'>> {
    const args = {
      id: newId(),
      accountId: 'account-1',
      opportunityId: null,
      description: 'Dwie wizyty, trwa test',
      amount: '50000',
      currency: 'EUR',
      closeOn: '2026-06-30',
      families: [],
      ...changes,
    };
    expect((await device.push(device.next('submitRegistration', args))).refused).toEqual([]);
    return args;
  }
  const grant = { decision: 'grant', comment: 'Good work', validUntil: '2026-06-10', percent: '7.5' };
  const refuse = { decision: 'refuse', comment: 'Since January', refusal: 'registered-before' };
  /** As the request is now, unless the body says what was read. */
  const decide = async (id: string, body: object = grant, device = channel) => {
    const file = vendorRegistrationFileSchema.safeParse((await channel.ask('GET', `${address}/${id}`)).body);
    const readAt = file.data?.request.updatedAt ?? now;
    return device.ask('POST', `${address}/${id}/decision`, { readAt, ...body });
  };
  const request = async (id: string) =>
    (await recordOf(rep, 'registrationRequest', id)) as RegistrationRequest;
  const list = async () =>
    vendorRegistrationListSchema.parse((await channel.ask('GET', address)).body).registrations;

  it('SY-11 is received when the server says so; when it was captured is kept beside it', async () => {
    server.setClock('2026-03-10T11:30:00.000Z');
    const { id } = await submit();
    server.setClock(now);
    expect(await request(id)).toMatchObject({
      state: 'submitted',
      ownerId: 'rep-1',
      capturedAt: now,
      receivedAt: '2026-03-10T11:30:00.000Z',
    });
  });

  it('the vendor sees who asks, for which customer, and what waits before what is decided', async () => {
    const [decided, waiting] = [await submit(), await submit()];
    await decide(decided.id, refuse);
    const found = vendorRegistrationFileSchema.parse(
      (await channel.ask('GET', `${address}/${waiting.id}`)).body,
    );
    expect(found).toMatchObject({
      request: { id: waiting.id, description: waiting.description, amount: '50000' },
      partnerName: 'Vistula IT',
      ownerName: 'rep-1',
      personNames: { 'rep-1': 'rep-1', 'manager-1': 'manager-1' },
      account: { id: 'account-1', name: 'Baltic Foods' },
    });
    const ids = (await list()).map((each) => each.request.id);
    expect(ids.indexOf(waiting.id)).toBeLessThan(ids.indexOf(decided.id));
  });

  it('the vendor sees who else asked for the same customer, whoever the partner is, the first received first', async () => {
    const newAccount = { ...anAccount(), name: 'Tatra Hotels', taxId: 'PL7770001234' };
    const {
      partnerId: _partner,
      ownerId: _owner,
      createdAt: _made,
      updatedAt: _changed,
      ...facts
    } = newAccount;
    const stranger = await server.signIn('rep-2');
    const [theirs, mine, named] = [newId(), newId(), newId()];
    await stranger.push(stranger.next('createAccount', { ...facts, id: theirs, name: 'Tatra Hotels S.A.' }));
    await rep.push(
      rep.next('createAccount', { ...facts, id: mine }),
      rep.next('createAccount', { ...facts, id: named, name: 'TATRA HOTELS', taxId: '' }),
    );
    server.setClock('2026-03-09T10:00:00.000Z');
    const first = await submit({ accountId: theirs }, stranger);
    server.setClock(now);
    const [asked, sameName] = [await submit({ accountId: mine }), await submit({ accountId: named })];
    await submit(); // another customer
    const sameCustomer = async (id: string) =>
      vendorRegistrationFileSchema.parse((await channel.ask('GET', `${address}/${id}`)).body).sameCustomer;
    expect((await sameCustomer(asked.id)).map(({ requestId }) => requestId)).toEqual([first.id, sameName.id]);
    expect((await sameCustomer(sameName.id)).map(({ requestId }) => requestId)).toEqual([first.id, asked.id]);
    expect((await sameCustomer(asked.id))[0]).toMatchObject({
      requestId: first.id,
      partnerName: 'Odra Systems',
      accountName: 'Tatra Hotels S.A.',
      state: 'submitted',
      receivedAt: '2026-03-09T10:00:00.000Z',
      same: true,
      score: 1,
      families: [],
      isLive: true,
      isOwn: false,
      reasons: [{ code: 'tax-id-equal', speaks: 'for' }],
    });
  });

  it('PR-20 what is granted comes down as a deal registration and is in the price', async () => {
    const { id } = await submit();
    expect(await decide(id)).toMatchObject({ status: 200, body: { request: { state: 'granted' } } });
    const granted = await request(id);
    expect(granted).toMatchObject({
      state: 'granted',
      decision: { by: 'channel-1', at: now, comment: 'Good work', refusal: null },
    });
    const registration = (await recordOf(
      rep,
      'dealRegistration',
      granted.registrationId ?? '',
    )) as DealRegistration;
    expect(registration).toMatchObject({
      accountId: 'account-1',
      validFrom: testDay,
      validUntil: '2026-06-10',
      discounts: [{ family: null, sku: null, percent: '7.5' }],
    });
    expect(registration.number).toMatch(/^DR-1\d{3}$/);

    const quote = { ...aRuledQuote({ quantity: '4' }), accountId: 'account-1' };
    await create(rep, quote);
    const using = { ...quote, dealRegistrationId: registration.id };
    const { priced, hash } = onDevice(using, { dealRegistrations: [registration] });
    expect(Number(priced.totals.buy)).toBeLessThan(Number(onDevice(quote).priced.totals.buy));
    const { refused } = await rep.push(
      rep.next('editQuote', { id: quote.id, changes: { dealRegistrationId: registration.id } }),
      rep.next('approveQuote', { quoteId: quote.id, contentHash: hash, by: '', uses: [] }),
    );
    expect(refused).toEqual([]);
  });

  it('is granted on the families it was asked for, from the day it is in the partner’s zone', async () => {
    const { id } = await submit({ families: ['storage', 'backup'] });
    server.setClock(`${testDay}T23:30:00.000Z`);
    await decide(id);
    server.setClock(now);
    const { registrationId } = await request(id);
    expect(await recordOf(rep, 'dealRegistration', registrationId ?? '')).toMatchObject({
      validFrom: '2026-03-11',
      discounts: [
        { family: 'storage', sku: null, percent: '7.5' },
        { family: 'backup', sku: null, percent: '7.5' },
      ],
    });
  });

  it('what is refused says why; corrected or appealed it waits again, with its first day and the server’s time', async () => {
    const { id } = await submit();
    await decide(id, refuse);
    expect(await request(id)).toMatchObject({
      state: 'refused',
      registrationId: null,
      decision: { comment: 'Since January', refusal: 'registered-before' },
    });
    server.setClock('2026-03-12T08:00:00.000Z');
    await rep.push(rep.next('appealRegistration', { id, text: 'We were there in December' }));
    server.setClock('2026-03-12T09:00:00.000Z');
    await rep.push(rep.next('editRegistration', { id, changes: { amount: '60000', currency: 'EUR' } }));
    server.setClock(now);
    expect(await request(id)).toMatchObject({
      state: 'submitted',
      amount: '60000',
      receivedAt: now,
      updatedAt: '2026-03-12T09:00:00.000Z',
      appeals: [{ by: 'rep-1', at: '2026-03-12T08:00:00.000Z', text: 'We were there in December' }],
      decision: { refusal: 'registered-before' },
    });
    expect(await decide(id)).toMatchObject({ status: 200, body: { request: { state: 'granted' } } });
  });

  it('is decided once, and not after it was taken back', async () => {
    const [decided, withdrawn] = [await submit(), await submit()];
    await decide(decided.id, refuse);
    await rep.push(rep.next('withdrawRegistration', { id: withdrawn.id }));
    for (const { id } of [decided, withdrawn]) {
      expect(await decide(id)).toMatchObject({ status: 409, body: { error: { type: 'conflict' } } });
    }
    expect(await request(decided.id)).toMatchObject({ state: 'refused', registrationId: null });
  });

  it('what the partner corrected after it was read is not granted unread', async () => {
    const { id } = await submit({ families: ['storage'] });
    const readAt = (await request(id)).updatedAt;
    server.setClock('2026-03-10T12:00:00.000Z');
    await rep.push(rep.next('editRegistration', { id, changes: { families: [] } }));
    server.setClock(now);
    expect(await decide(id, { ...grant, readAt })).toMatchObject({
      status: 409,
      body: { error: { type: 'conflict' } },
    });
    const changed = await request(id);
    expect(changed).toMatchObject({ state: 'submitted', registrationId: null });
    expect(await decide(id, { ...grant, readAt: changed.updatedAt })).toMatchObject({ status: 200 });
  });

  it('two people who decide at once: one of them does', async () => {
    const { id } = await submit();
    const admin = await server.signIn('admin-1');
    const answers = await Promise.all([decide(id), decide(id, refuse, admin), decide(id, grant, admin)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it.each([
    ['an end before the beginning', { validUntil: testDay }, 'validUntil'],
    ['more than everything off', { percent: '100.5' }, 'percent'],
    ['no day', { validUntil: '2026-02-30' }, 'validUntil'],
    ['a reason nobody knows', { decision: 'refuse', refusal: 'dislike' }, 'refusal'],
  ])('does not take %s', async (_what, changes, path) => {
    const { id } = await submit();
    expect(await decide(id, { ...grant, ...changes })).toMatchObject({
      status: 400,
      body: { error: { type: 'bad-request', issues: [{ path }] } },
    });
    expect(await request(id)).toMatchObject({ state: 'submitted', decision: null });
  });

  it('is for the vendor’s people, about what is there', async () => {
    const { id } = await submit();
    for (const device of [rep, await server.signIn('manager-1')]) {
      expect(await device.ask('GET', address)).toMatchObject({ status: 403 });
      expect(await device.ask('GET', `${address}/${id}`)).toMatchObject({ status: 403 });
      expect(await decide(id, grant, device)).toMatchObject({ status: 403 });
    }
    expect(await channel.ask('GET', `${address}/nothing`)).toMatchObject({ status: 404 });
    expect(await decide('nothing')).toMatchObject({ status: 404 });
    expect(await decide('account-1')).toMatchObject({ status: 404 });
  });

  it('another partner’s request is not there: not to change, and not to name', async () => {
    const { id, ...args } = await submit();
    const stranger = await server.signIn('rep-2');
    const refusalOf = async <N extends MutationName>(name: N, sent: ArgsOf<N>) => {
      // From a device of its own: what follows a refusal about the same record would wait with it.
      const device = await server.signIn('rep-2');
      return (await device.push(device.next(name, sent))).refused[0]?.rejection;
    };
    const unknown = { type: 'not-found', recordType: 'registrationRequest', id };
    expect(await refusalOf('appealRegistration', { id, text: 'Ours' })).toEqual(unknown);
    expect(await refusalOf('editRegistration', { id, changes: { amount: '1', currency: 'EUR' } })).toEqual(
      unknown,
    );
    expect(await refusalOf('withdrawRegistration', { id })).toEqual(unknown);
    expect(await refusalOf('submitRegistration', { ...args, id: newId() })).toMatchObject({
      type: 'not-found',
      recordType: 'account',
    });
    const mine = { ...args, id, accountId: 'account-2' };
    expect(await refusalOf('submitRegistration', mine)).toMatchObject({ type: 'already-exists' });
    expect(await request(id)).toMatchObject({ amount: '50000', state: 'submitted' });
    expect(await recordOf(stranger, 'registrationRequest', id)).toBeUndefined();
  });
});

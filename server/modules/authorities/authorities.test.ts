import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delegatedCover } from '#shared/domain/approval/delegated-cover';
import type { DelegatedAuthority } from '#shared/domain/approval/delegated-authority';
import { verifyAuthority } from '#shared/domain/approval/verify-authority';
import type { Partner } from '#shared/domain/partner/partner';
import type { Quote } from '#shared/domain/quote/quote';
import { issuedAuthoritySchema, vendorAuthorityListSchema } from '#shared/protocol/vendor-authority';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { aRuledQuote, create, onDevice, publishRuledBook, recordOf } from '../approvals/approvals.test-kit';

describe.each(databaseKinds)('delegated authority on %s', (kind) => {
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

  const wanted = {
    partnerId: 'partner-1',
    personId: 'rep-1',
    family: null,
    maxExtraDiscount: '5',
    budget: { amount: '10.00', currency: 'EUR' },
    validFrom: testDay,
    validUntil: '2026-04-01',
  };
  const address = '/api/v1/vendor/authorities';
  async function issue(changes: Partial<typeof wanted> = {}): Promise<DelegatedAuthority> {
    const { body } = await channel.ask('POST', address, { ...wanted, ...changes });
    return issuedAuthoritySchema.parse(body).authority;
  }
  /** What the rep's device does offline: prices, finds what covers it, and lets the quote out. */
  async function approve(quote: Quote, authority: DelegatedAuthority, changes: { amount?: string } = {}) {
    const partner = (await recordOf(rep, 'partner', 'partner-1')) as Partner;
    const { input, priced, hash, reasons } = onDevice(quote);
    const known = (await recordOf(rep, 'authority', authority.id)) as DelegatedAuthority;
    const cover = delegatedCover(reasons, { ...input, partner }, priced, [known], 'rep-1', testDay);
    const uses = cover.uses.map((use) => ({ ...use, ...changes }));
    const args = { quoteId: quote.id, contentHash: hash, by: 'somebody', uses };
    const { refused } = await rep.push(rep.next('approveQuote', args));
    return { uses, rejection: refused.at(-1)?.rejection };
  }
  const usesOf = async ({ id }: DelegatedAuthority) =>
    ((await recordOf(rep, 'authority', id)) as DelegatedAuthority).uses;
  /** 14 % off 100.00: 4.00 beyond a rep's limit. */
  const overLimit = async (line = {}): Promise<Quote> => {
    const quote = aRuledQuote({ discountPercent: '14', ...line });
    await create(rep, quote);
    return quote;
  };

  it('PR-62 is signed with a key that comes down with it', async () => {
    const authority = await issue();
    const partner = (await recordOf(rep, 'partner', 'partner-1')) as Partner;
    expect(await recordOf(rep, 'authority', authority.id)).toEqual(authority);
    expect(verifyAuthority(authority, partner.signingKeys ?? [])).toBe(true);
    const { keyId } = await issue();
    expect(keyId).toBe(authority.keyId);
    expect(((await recordOf(rep, 'partner', 'partner-1')) as Partner).signingKeys).toHaveLength(1);
    const listed = vendorAuthorityListSchema.parse((await channel.ask('GET', address)).body).authorities;
    expect(listed).toContainEqual({ authority, partnerName: 'Vistula IT', personName: 'rep-1' });
  });

  it('PR-62 the private key is nobody’s to read', async () => {
    const { private_key: secret } = await server.database
      .selectFrom('signing_key')
      .select('private_key')
      .executeTakeFirstOrThrow();
    for (const device of [rep, channel]) {
      expect(JSON.stringify(await device.pull())).not.toContain(secret);
      expect(JSON.stringify(await device.ask('GET', address))).not.toContain(secret);
    }
  });

  it('PR-62 lets a quote out and counts the budget, once for each quote', async () => {
    const authority = await issue();
    const quote = await overLimit();
    const { uses, rejection } = await approve(quote, authority);
    expect(rejection).toBeUndefined();
    expect(uses).toEqual([{ authorityId: authority.id, amount: '4.00' }]);
    expect(await recordOf(rep, 'quote', quote.id)).toMatchObject({
      state: 'approved',
      approval: { kind: 'delegated', by: 'rep-1', approvalId: null },
    });
    expect(await usesOf(authority)).toEqual([{ quoteId: quote.id, quoteRevision: 1, amount: '4.00' }]);
    const { refused } = await rep.push(rep.next('changeQuoteState', { id: quote.id, to: 'presented' }));
    expect(refused).toEqual([]);
  });

  it('PR-173 a revision gives nothing back until it is approved again, and then counts instead', async () => {
    const authority = await issue();
    const quote = await overLimit();
    await approve(quote, authority);
    await rep.push(
      rep.next('reviseQuote', { id: quote.id, revision: 1, approvalId: null }),
      rep.next('editQuoteItems', {
        id: quote.id,
        edits: [{ itemId: 'line-1', changes: { discountPercent: '12' } }],
      }),
    );
    expect(await usesOf(authority)).toEqual([{ quoteId: quote.id, quoteRevision: 1, amount: '4.00' }]);
    const revised = (await recordOf(rep, 'quote', quote.id)) as Quote;
    expect((await approve(revised, authority)).rejection).toBeUndefined();
    expect(await usesOf(authority)).toEqual([{ quoteId: quote.id, quoteRevision: 2, amount: '2.00' }]);
  });

  it('PR-62 two devices that spend the same rest: the server takes one and refuses the other', async () => {
    const authority = await issue();
    const quotes = [await overLimit({ quantity: '2' }), await overLimit({ quantity: '2' })];
    const desk = await server.signIn('rep-1');
    const [first, second] = quotes.map((quote, at) => {
      const device = at === 0 ? rep : desk;
      const uses = [{ authorityId: authority.id, amount: '8.00' }];
      const args = { quoteId: quote.id, contentHash: onDevice(quote).hash, by: '', uses };
      return device.push(device.next('approveQuote', args));
    });
    const answers = [await first, await second];
    const refused = answers.flatMap((answer) => answer?.refused ?? []);
    expect(refused).toMatchObject([{ rejection: { type: 'authority-exceeded', authorityId: authority.id } }]);
    expect(await usesOf(authority)).toHaveLength(1);
  });

  it('PR-175 refuses any other amount than the server’s, too much discount, and what has ended', async () => {
    const authority = await issue();
    const exceeded = { type: 'authority-exceeded', authorityId: authority.id };
    const cheap = await approve(await overLimit(), authority, { amount: '1.00' });
    expect(cheap.rejection).toEqual(exceeded);
    const quote = await overLimit({ discountPercent: '16' });
    const uses = [{ authorityId: authority.id, amount: '6.00' }];
    const args = { quoteId: quote.id, contentHash: onDevice(quote).hash, by: '', uses };
    expect((await rep.push(rep.next('approveQuote', args))).refused).toMatchObject([{ rejection: exceeded }]);
    server.setClock('2026-04-01T10:00:00.000Z');
    const late = await approve(await overLimit(), authority);
    server.setClock(`${testDay}T10:00:00.000Z`);
    expect(late.rejection).toEqual(exceeded);
    expect(await usesOf(authority)).toEqual([]);
  });

  it('PR-62 refuses what the vendor did not sign', async () => {
    const authority = await issue();
    const forged = { ...authority, token: { ...authority.token, maxExtraDiscount: '50' } };
    await server.database
      .updateTable('record')
      .set({ body: JSON.stringify(forged) })
      .where('id', '=', authority.id)
      .execute();
    const quote = await overLimit();
    const uses = [{ authorityId: authority.id, amount: '4.00' }];
    const args = { quoteId: quote.id, contentHash: onDevice(quote).hash, by: '', uses };
    expect((await rep.push(rep.next('approveQuote', args))).refused).toMatchObject([
      { rejection: { type: 'authority-invalid', authorityId: authority.id } },
    ]);
    expect(await recordOf(rep, 'quote', quote.id)).toMatchObject({ state: 'draft' });
  });

  it('PR-62, PR-174 is for its own person, and for that person’s quotes', async () => {
    const authority = await issue();
    const manager = await server.signIn('manager-1');
    const quote = await overLimit();
    const uses = [{ authorityId: authority.id, amount: '4.00' }];
    const args = { quoteId: quote.id, contentHash: onDevice(quote).hash, by: '', uses };
    expect((await manager.push(manager.next('approveQuote', args))).refused).toMatchObject([
      { rejection: { type: 'not-allowed' } },
    ]);
  });

  it.each([
    ['nobody of that partner', { personId: 'rep-2' }],
    ['a partner that is not there', { partnerId: 'nobody' }],
    ['an end before the beginning', { validUntil: testDay }],
    ['more than 100 points', { maxExtraDiscount: '101' }],
  ])('is not given to %s', async (_what, changes) => {
    expect(await channel.ask('POST', address, { ...wanted, ...changes })).toMatchObject({
      status: 400,
      body: { error: { type: 'bad-request' } },
    });
  });

  it('is given by the vendor’s people alone', async () => {
    for (const device of [rep, await server.signIn('manager-1')]) {
      expect(await device.ask('POST', address, wanted)).toMatchObject({ status: 403 });
      expect(await device.ask('GET', address)).toMatchObject({ status: 403 });
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgreement } from '#shared/domain/quote/quote.test-kit';
import { vendorApprovalListSchema, vendorApprovalSchema } from '#shared/protocol/vendor-approval';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { patchOf, startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { aRuledQuote, ask, decisionOn, onDevice, publishRuledBook, recordOf } from './approvals.test-kit';

describe.each(databaseKinds)('approvals at the vendor’s desk on %s', (kind) => {
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

  const address = '/api/v1/vendor/approvals';
  const decide = (id: string, said: object = {}, device = channel) =>
    device.ask('POST', `${address}/${id}/decision`, {
      outcome: 'approve',
      comment: '',
      counter: null,
      ...said,
    });
  const list = async () => vendorApprovalListSchema.parse((await channel.ask('GET', address)).body).approvals;
  const find = async (id: string) =>
    vendorApprovalSchema.parse((await channel.ask('GET', `${address}/${id}`)).body);
  /** 20 licences: the channel alone is asked. */
  const large = () => aRuledQuote({ quantity: '20' });

  it('QUO-3 a request waits there when it is the vendor’s turn, and not before', async () => {
    const asked = await ask(rep, aRuledQuote({ quantity: '20', discountPercent: '12' }));
    expect((await list()).some(({ approval }) => approval.id === asked.id)).toBe(false);
    expect(await decide(asked.id)).toMatchObject({ status: 409, body: { error: { type: 'conflict' } } });
    await manager.push(manager.next('decideApproval', decisionOn(asked)));
    expect((await list()).find(({ approval }) => approval.id === asked.id)).toMatchObject({
      approval: { state: 'pending', figures: { sell: '1760.00' } },
      partnerName: 'Vistula IT',
      accountName: 'Baltic Foods',
      ownerName: 'rep-1',
      isWaiting: true,
      reasonCount: 2,
    });
  });

  it('PR-26 shows the quote as the server prices it, with reasons and explanations', async () => {
    const quote = large();
    const asked = await ask(rep, quote);
    const found = await find(asked.id);
    const { priced, reasons } = onDevice(quote);
    expect(found).toMatchObject({ isUnchanged: true, isWaiting: true, reasons, quote: { id: quote.id } });
    // As it came over the wire: explanations too, which the engine writes only when they are read.
    expect(found.priced).toEqual(JSON.parse(JSON.stringify(priced)));
    const [line] = found.priced?.lines ?? [];
    expect(line).toMatchObject({ status: 'priced', amounts: { buySteps: [{ step: 'list' }, {}, {}] } });
  });

  it('PR-61 the last word lets the quote out, and comes down with the next pull', async () => {
    const quote = large();
    const asked = await ask(rep, quote);
    const { cookie } = patchOf(await rep.pull());
    const { body } = await decide(asked.id, { comment: 'Go ahead' });
    expect(body).toMatchObject({ approval: { state: 'approved' } });
    const { changes } = patchOf(await rep.pull({ cookie }));
    expect(changes.map(({ type }) => type).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'approval',
      'quote',
    ]);
    expect(changes.find(({ type }) => type === 'quote')?.record).toMatchObject({
      state: 'approved',
      approval: { kind: 'decided', by: 'channel-1', contentHash: asked.contentHash },
    });
    expect(await recordOf(rep, 'approval', asked.id)).toMatchObject({
      decisions: [{ approver: 'channel', role: 'channel', comment: 'Go ahead' }],
    });
    expect(await decide(asked.id)).toMatchObject({ status: 409 });
  });

  it('QUO-3 a refusal or another offer sends the quote back to draft', async () => {
    const [rejected, countered] = [await ask(rep, large()), await ask(rep, large())];
    const counter = { discountPercent: '3', lines: [] };
    await decide(rejected.id, { outcome: 'reject', comment: 'Too cheap' });
    await decide(countered.id, { outcome: 'counter', counter });
    expect(await recordOf(rep, 'approval', rejected.id)).toMatchObject({ state: 'rejected' });
    expect(await recordOf(rep, 'approval', countered.id)).toMatchObject({
      state: 'countered',
      decisions: [{ counter }],
    });
    for (const { quoteId } of [rejected, countered]) {
      expect(await recordOf(rep, 'quote', quoteId)).toMatchObject({ state: 'draft', approval: null });
    }
  });

  it('PR-61, PR-178 what is priced otherwise by now is shown so, and voided instead of approved', async () => {
    const asked = await ask(rep, large());
    const set = (percent: string) =>
      server.database
        .updateTable('record')
        .set({ body: JSON.stringify(anAgreement({ discounts: [{ family: null, sku: null, percent }] })) })
        .where('type', '=', 'agreement')
        .execute();
    await set('9');
    expect(await find(asked.id)).toMatchObject({ isUnchanged: false });
    const { status, body } = await decide(asked.id);
    await set('5');
    expect([status, body]).toMatchObject([200, { approval: { state: 'voided', decisions: [] } }]);
    expect(await recordOf(rep, 'quote', asked.quoteId)).toMatchObject({ state: 'draft' });
  });

  it('two decisions at once: one counts, the other is told', async () => {
    const asked = await ask(rep, large());
    const other = await server.signIn('admin-1');
    const answers = await Promise.all([decide(asked.id), decide(asked.id, { outcome: 'reject' }, other)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const { decisions } = (await find(asked.id)).approval;
    expect(decisions).toHaveLength(1);
  });

  it('is for the vendor’s people, about what is there, and in order', async () => {
    const asked = await ask(rep, large());
    for (const device of [rep, manager]) {
      expect(await device.ask('GET', address)).toMatchObject({ status: 403 });
      expect(await device.ask('GET', `${address}/${asked.id}`)).toMatchObject({ status: 403 });
      expect(await decide(asked.id, {}, device)).toMatchObject({ status: 403 });
    }
    expect(await channel.ask('GET', `${address}/nothing`)).toMatchObject({ status: 404 });
    expect(await decide('nothing')).toMatchObject({ status: 404 });
    for (const said of [{ outcome: 'counter' }, { outcome: 'maybe' }, { comment: 'half \uD800' }]) {
      expect(await decide(asked.id, said)).toMatchObject({
        status: 400,
        body: { error: { type: 'bad-request' } },
      });
    }
  });
});

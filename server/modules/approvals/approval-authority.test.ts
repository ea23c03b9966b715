import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgreement, lines } from '#shared/domain/quote/quote.test-kit';
import type { Rejection } from '#shared/mutations/rejection';
import type { PushResponse } from '#shared/protocol/push';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import {
  aRuledQuote,
  ask,
  create,
  decisionOn,
  onDevice,
  publishKit,
  publishRepricing,
  publishRuledBook,
  recordOf,
  requestArgs,
} from './approvals.test-kit';

describe.each(databaseKinds)('the server’s word on approvals on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let manager: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    await publishRuledBook(server);
    rep = await server.signIn('rep-1');
    manager = await server.signIn('manager-1');
  });
  afterAll(() => server.close());

  const rejectionOf = ({ refused }: PushResponse): Rejection | undefined => refused.at(-1)?.rejection;
  /** The vendor agrees something else with partner-1 while `during` runs. */
  async function withAgreement<T>(percent: string, during: () => Promise<T>): Promise<T> {
    const set = (value: string) =>
      server.database
        .updateTable('record')
        .set({
          body: JSON.stringify(anAgreement({ discounts: [{ family: null, sku: null, percent: value }] })),
        })
        .where('type', '=', 'agreement')
        .execute();
    await set(percent);
    try {
      return await during();
    } finally {
      await set('5');
    }
  }

  describe('requestApproval', () => {
    it('PR-60 keeps the server’s figures, reasons and steps, whatever the device says of them', async () => {
      const quote = aRuledQuote({ quantity: '20', discountPercent: '12' });
      await create(rep, quote);
      const args = requestArgs(quote);
      const made = {
        ...args,
        figures: { list: '1', sell: '1', buy: '1', marginPercent: '99' },
        reasons: args.reasons.map((reason) => ({ ...reason, approver: 'manager' as const, order: 0 })),
      };
      expect((await rep.push(rep.next('requestApproval', made))).refused).toEqual([]);
      expect(await recordOf(rep, 'approval', args.id)).toMatchObject({
        state: 'pending',
        figures: { list: '2000.00', sell: '1760.00', buy: '1900.00' },
        reasons: args.reasons,
        steps: [
          { approver: 'manager', order: 0 },
          { approver: 'channel', order: 1 },
        ],
        requestedAt: `${testDay}T10:00:00.000Z`,
      });
      expect(await recordOf(rep, 'quote', quote.id)).toMatchObject({ state: 'in-approval' });
    });

    it('PR-61 refuses what is not about the content the server has, and changes nothing', async () => {
      const quote = aRuledQuote({ discountPercent: '12' });
      await create(rep, quote);
      const other = requestArgs({ ...quote, items: aRuledQuote({ discountPercent: '11' }).items });
      const answer = await rep.push(rep.next('requestApproval', other));
      expect(rejectionOf(answer)).toEqual({
        type: 'content-changed',
        client: other.contentHash,
        server: onDevice(quote).hash,
      });
      expect(await recordOf(rep, 'quote', quote.id)).toMatchObject({ state: 'draft' });
      expect(await recordOf(rep, 'approval', other.id)).toBeUndefined();
    });

    it('PR-24 refuses a floor that nobody may lift', async () => {
      const quote = aRuledQuote({ discountPercent: '50' });
      await create(rep, quote);
      const answer = await rep.push(rep.next('requestApproval', requestArgs(quote)));
      expect(rejectionOf(answer)).toEqual({ type: 'floor-broken', floors: ['minimum-price'] });
    });

    it('PR-60 refuses other reasons than those there are, and a request that needs none', async () => {
      const [needy, plain] = [aRuledQuote({ discountPercent: '12' }), aRuledQuote({ discountPercent: '5' })];
      await create(rep, needy);
      await create(rep, plain);
      const invented = requestArgs(needy).reasons.map((reason) => ({ ...reason, ruleId: 'weather' }));
      const wrong = await rep.push(rep.next('requestApproval', { ...requestArgs(needy), reasons: invented }));
      expect(rejectionOf(wrong)).toEqual({ type: 'approval-needed', reasons: ['manual-discount'] });
      const needless = await rep.push(
        rep.next('requestApproval', { ...requestArgs(plain), reasons: invented }),
      );
      expect(rejectionOf(needless)).toEqual({ type: 'nothing-to-approve' });
    });

    it('PR-170 limits are those of the quote’s owner, whoever sends it', async () => {
      const own = aRuledQuote({ discountPercent: '20' }, { ownerId: 'manager-1' });
      const colleagues = aRuledQuote({ discountPercent: '20' });
      await create(manager, own);
      await create(rep, colleagues);
      const present = async (device: TestDevice, id: string) =>
        rejectionOf(await device.push(device.next('changeQuoteState', { id, to: 'presented' })));
      expect(await present(rep, own.id)).toBeUndefined();
      expect(await present(manager, colleagues.id)).toEqual({
        type: 'approval-needed',
        reasons: ['manual-discount'],
      });
    });
  });

  describe('decideApproval', () => {
    it('PR-61, PR-177 approves under the account’s name and by the server’s time; then the quote may go out', async () => {
      const quote = aRuledQuote({ discountPercent: '12' });
      const asked = await ask(rep, quote);
      expect((await manager.push(manager.next('decideApproval', decisionOn(asked)))).refused).toEqual([]);
      const at = `${testDay}T10:00:00.000Z`;
      expect(await recordOf(rep, 'approval', asked.id)).toMatchObject({
        state: 'approved',
        decisions: [{ approver: 'manager', by: 'manager-1', at }],
      });
      expect(await recordOf(rep, 'quote', quote.id)).toMatchObject({
        state: 'approved',
        approval: {
          kind: 'decided',
          contentHash: asked.contentHash,
          approvalId: asked.id,
          by: 'manager-1',
          at,
        },
      });
      const { refused } = await rep.push(
        rep.next('changeQuoteState', { id: quote.id, to: 'presented' }),
        rep.next('changeQuoteState', { id: quote.id, to: 'accepted' }),
      );
      expect(refused).toEqual([]);
    });

    it('PR-60, PR-177 a manager does not speak for the vendor', async () => {
      const asked = await ask(rep, aRuledQuote({ quantity: '20' }));
      const answer = await manager.push(manager.next('decideApproval', decisionOn(asked)));
      expect(rejectionOf(answer)).toMatchObject({ type: 'wrong-state', recordType: 'approval' });
    });

    it('PR-176 nobody approves what he asked for himself, nor his own quote', async () => {
      const asked = await ask(manager, aRuledQuote({ discountPercent: '30' }, { ownerId: 'manager-1' }));
      const answer = await manager.push(manager.next('decideApproval', decisionOn(asked)));
      expect(rejectionOf(answer)).toEqual({ type: 'not-allowed', role: 'manager' });
    });

    it('PR-61, PR-178 what the server prices otherwise by now is not approved: the request is void, the quote a draft', async () => {
      const quote = aRuledQuote({ discountPercent: '12' });
      const asked = await ask(rep, quote);
      const answer = await withAgreement('7', () =>
        manager.push(manager.next('decideApproval', decisionOn(asked))),
      );
      expect(rejectionOf(answer)).toMatchObject({ type: 'content-changed', client: asked.contentHash });
      expect(await recordOf(rep, 'approval', asked.id)).toMatchObject({ state: 'voided', decisions: [] });
      const draft = await recordOf(rep, 'quote', quote.id);
      expect(draft).toMatchObject({ state: 'draft', revision: 1, approval: null });
      // As it is now it can be asked about again.
      expect((await rep.push(rep.next('requestApproval', requestArgs(quote)))).refused).toEqual([]);
    });

    it('PR-178 a refusal needs no price: the quote is a draft again', async () => {
      const quote = aRuledQuote({ discountPercent: '12' });
      const asked = await ask(rep, quote);
      await withAgreement('7', () =>
        manager.push(manager.next('decideApproval', decisionOn(asked, 'reject'))),
      );
      expect(await recordOf(rep, 'approval', asked.id)).toMatchObject({ state: 'rejected' });
      expect(await recordOf(rep, 'quote', quote.id)).toMatchObject({ state: 'draft' });
    });
  });

  describe('approveQuote inside policy', () => {
    const approve = (contentHash: string, quoteId: string) =>
      rep.push(rep.next('approveQuote', { quoteId, contentHash, by: 'somebody', uses: [] }));

    it('QUO-3 lets out what needs no approval, under the account’s name', async () => {
      const quote = aRuledQuote({ discountPercent: '10' });
      await create(rep, quote);
      expect((await approve(onDevice(quote).hash, quote.id)).refused).toEqual([]);
      expect(await recordOf(rep, 'quote', quote.id)).toMatchObject({
        state: 'approved',
        approval: { kind: 'inside-policy', by: 'rep-1', approvalId: null },
      });
    });

    it('PR-60, PR-24, PR-61 refuses what needs approval, what is blocked, and other content', async () => {
      const [needy, blocked] = [
        aRuledQuote({ discountPercent: '12' }),
        aRuledQuote({ discountPercent: '46' }),
      ];
      await create(rep, needy);
      await create(rep, blocked);
      expect(rejectionOf(await approve(onDevice(needy).hash, needy.id))).toEqual({
        type: 'approval-needed',
        reasons: ['manual-discount'],
      });
      expect(rejectionOf(await approve(onDevice(blocked).hash, blocked.id))).toMatchObject({
        type: 'floor-broken',
      });
      expect(rejectionOf(await approve('0'.repeat(64), needy.id))).toMatchObject({ type: 'content-changed' });
    });
  });

  describe('what goes to the customer', () => {
    const move = async (device: TestDevice, id: string, to: 'presented' | 'accepted' | 'draft') =>
      rejectionOf(await device.push(device.next('changeQuoteState', { id, to })));

    it('PR-24, PR-60 is inside policy, or approved', async () => {
      const over = aRuledQuote({ discountPercent: '12' });
      const blocked = aRuledQuote({ discountPercent: '46' });
      const fine = aRuledQuote({ discountPercent: '10' });
      for (const quote of [over, blocked, fine]) await create(rep, quote);
      expect(await move(rep, over.id, 'presented')).toEqual({
        type: 'approval-needed',
        reasons: ['manual-discount'],
      });
      expect(await move(rep, blocked.id, 'presented')).toEqual({
        type: 'floor-broken',
        floors: ['minimum-price'],
      });
      expect(await move(rep, fine.id, 'presented')).toBeUndefined();
      expect(await recordOf(rep, 'quote', over.id)).toMatchObject({ state: 'draft' });
    });

    it('PR-180 holds no bundle that gives away more than its product allows', async () => {
      await publishKit(server);
      const free = (quantity: string) =>
        aRuledQuote(
          {},
          {
            priceBook: { bookId: 'book-kit', version: 1 },
            items: lines(
              { sku: 'KIT' },
              { quantity, component: { parentId: 'line-1', optionId: 'option-1' } },
            ),
          },
        );
      const [given, taken] = [free('1'), free('9000')];
      for (const quote of [given, taken]) await create(rep, quote);
      expect(await move(rep, given.id, 'presented')).toBeUndefined();
      expect(await move(rep, taken.id, 'presented')).toEqual({ type: 'bundle-unfit', skus: ['KIT'] });
      expect(await recordOf(rep, 'quote', taken.id)).toMatchObject({ state: 'draft' });
    });

    it('PR-32 keeps no older price where the book says that drafts are repriced', async () => {
      for (const list of ['90.00', '100.00']) await publishRepricing(server, list);
      const from = (keptVersion: number | null) =>
        aRuledQuote({ keptVersion }, { priceBook: { bookId: 'book-repricing', version: 2 } });
      const [current, kept] = [from(null), from(1)];
      for (const quote of [current, kept]) await create(rep, quote);
      expect(await move(rep, current.id, 'presented')).toBeUndefined();
      expect(await move(rep, kept.id, 'presented')).toEqual({
        type: 'price-book-unavailable',
        bookId: 'book-repricing',
        version: 1,
      });
    });

    it('PR-61 is what was approved: with other prices by now it is not accepted', async () => {
      const quote = aRuledQuote({ discountPercent: '12' });
      const asked = await ask(rep, quote);
      await manager.push(manager.next('decideApproval', decisionOn(asked)));
      expect(await move(rep, quote.id, 'presented')).toBeUndefined();
      expect(await withAgreement('7', () => move(rep, quote.id, 'accepted'))).toMatchObject({
        type: 'content-changed',
        client: asked.contentHash,
      });
      expect(await move(rep, quote.id, 'accepted')).toBeUndefined();
    });

    it('PR-61, PR-179 back in draft, the approval is gone and whatever was asked is void', async () => {
      const [quote, waiting] = [
        aRuledQuote({ discountPercent: '12' }),
        aRuledQuote({ discountPercent: '12' }),
      ];
      const asked = await ask(rep, quote);
      await manager.push(manager.next('decideApproval', decisionOn(asked)));
      expect(await move(rep, quote.id, 'draft')).toBeUndefined();
      expect(await recordOf(rep, 'quote', quote.id)).toMatchObject({ revision: 2, approval: null });
      expect(await move(rep, quote.id, 'presented')).toMatchObject({ type: 'approval-needed' });

      const pending = await ask(rep, waiting);
      const revised = { id: waiting.id, revision: 1, approvalId: null };
      expect((await rep.push(rep.next('reviseQuote', revised))).refused).toEqual([]);
      expect(await recordOf(rep, 'approval', pending.id)).toMatchObject({ state: 'voided' });
    });
  });
});

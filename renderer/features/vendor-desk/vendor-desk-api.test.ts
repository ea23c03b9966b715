import { describe, expect, it } from 'vitest';
import { aVendorOrder } from './a-vendor-order.test-kit';
import type { Fetch } from './desk-request';
import { requestOrderLines, requestVendorOrders, sendDecision } from './vendor-desk-api';

const answering =
  (status: number, body: unknown): Fetch =>
  () =>
    Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));

describe("the vendor's desk reads the server by types, never by texts", () => {
  it('gives the orders', async () => {
    const row = aVendorOrder();
    expect(await requestVendorOrders(answering(200, { orders: [row] }))).toEqual({ ok: true, value: [row] });
  });

  it('says offline when no answer came', async () => {
    const gone: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await requestVendorOrders(gone)).toEqual({ ok: false, error: { type: 'offline' } });
  });

  it('says offline when the host could not reach the server', async () => {
    const answer = answering(503, { error: { type: 'unavailable', message: '' } });
    expect(await requestVendorOrders(answer)).toEqual({ ok: false, error: { type: 'offline' } });
  });

  it('passes on the type of a refusal', async () => {
    const answer = answering(409, { error: { type: 'conflict', message: 'decided already' } });
    expect(await sendDecision(answer, 'o1', { decision: 'accepted', reason: '' })).toEqual({
      ok: false,
      error: { type: 'refused', why: 'conflict' },
    });
  });

  it.each([
    ['a page of a proxy', 502, '<html>Bad gateway</html>'],
    ['a list that is not one', 200, { orders: 'none' }],
  ])('calls %s a bad answer', async (_what, status, body) => {
    expect(await requestVendorOrders(answering(status, body))).toEqual({
      ok: false,
      error: { type: 'bad-answer' },
    });
  });

  it('ORD-1 gives the lines of one order', async () => {
    const { order, partnerName, accountName } = aVendorOrder();
    const lines = [
      { lineId: 'l1', sku: 'LIC-1', description: '', quantity: '2', sellNet: '200.00', buyNet: '150.00' },
    ];
    const whole = { order: { ...order, lines }, partnerName, accountName };
    expect(await requestOrderLines(answering(200, whole), 'order-1')).toEqual({ ok: true, value: lines });
  });

  it('never takes an order without lines for an empty one', async () => {
    expect(await requestOrderLines(answering(200, aVendorOrder()), 'order-1')).toEqual({
      ok: false,
      error: { type: 'bad-answer' },
    });
  });

  it('says when the order is gone', async () => {
    const gone = answering(404, { error: { type: 'not-found', message: '' } });
    expect(await requestOrderLines(gone, 'order-1')).toEqual({
      ok: false,
      error: { type: 'refused', why: 'not-found' },
    });
  });

  it('takes an empty answer to a decision as success', async () => {
    const empty: Fetch = () => Promise.resolve(new Response(null, { status: 204 }));
    expect(await sendDecision(empty, 'o1', { decision: 'accepted', reason: '' })).toMatchObject({ ok: true });
  });

  it("sends the decision as JSON to the order's address", async () => {
    const sent: [string, unknown][] = [];
    const record: Fetch = (path, init) => {
      sent.push([path, JSON.parse(init?.body as string)]);
      return Promise.resolve(new Response('{}'));
    };
    await sendDecision(record, 'order 1', { decision: 'rejected', reason: 'No stock' });
    expect(sent).toEqual([
      ['/api/v1/vendor/orders/order%201/decision', { decision: 'rejected', reason: 'No stock' }],
    ]);
  });
});

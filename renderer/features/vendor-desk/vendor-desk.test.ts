import { describe, expect, it } from 'vitest';
import { aVendorOrder } from './a-vendor-order.test-kit';
import { deskRows, readDecision, waitingCount, withPending } from './vendor-desk';

const orders = [
  aVendorOrder({ id: 'new', state: 'received', receivedAt: '2026-11-22T09:00:00.000Z' }),
  aVendorOrder({ id: 'old', state: 'received', receivedAt: '2026-11-20T09:00:00.000Z' }),
  aVendorOrder({ id: 'done', state: 'accepted', receivedAt: '2026-11-19T09:00:00.000Z' }),
  aVendorOrder({ id: 'paid', state: 'paid', receivedAt: '2026-11-21T09:00:00.000Z' }),
];
const ids = (rows: ReturnType<typeof deskRows>) => rows.map(({ order }) => order.id);

describe("ORD-1 the vendor's desk", () => {
  it('shows who has waited longest first', () =>
    expect(ids(deskRows(orders, 'waiting', ''))).toEqual(['old', 'new']));
  it('shows what was decided newest first', () =>
    expect(ids(deskRows(orders, 'decided', ''))).toEqual(['paid', 'done']));
  it('counts what waits', () => expect(waitingCount(orders)).toBe(2));
  it('finds by partner', () => {
    const rows = [...orders, aVendorOrder({ id: 'north' }, { partnerName: 'Północ IT' })];
    expect(ids(deskRows(rows, 'all', 'polnoc'))).toEqual(['north']);
  });

  it('shows a decision on its way as the state it asks for, without inventing who decided', () => {
    const [first] = withPending(orders, [{ orderId: 'new', decision: 'rejected', reason: 'No stock' }]);
    expect(first?.order).toMatchObject({ state: 'rejected', decision: null });
    expect(withPending(orders, [])).toEqual(orders);
  });
});

describe('ORD-1 a decision', () => {
  it('to reject needs a reason', () => {
    expect(readDecision('rejected', '  ')).toEqual({ ok: false, problem: 'reason-required' });
    expect(readDecision('rejected', ' No stock ')).toEqual({
      ok: true,
      value: { decision: 'rejected', reason: 'No stock' },
    });
  });

  it('to accept does not', () => expect(readDecision('accepted', '')).toMatchObject({ ok: true }));

  it('with too long a reason is refused, not cut', () => {
    expect(readDecision('rejected', 'x'.repeat(2_001))).toEqual({ ok: false, problem: 'reason-too-long' });
  });
});

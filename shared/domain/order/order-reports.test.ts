import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOrder } from './order.test-kit';
import { maxOrderReports, orderReportKinds, type Order, type OrderReport } from './order';
import { isFulfilledState, withReport } from './order-reports';

const aReport = (changes: Partial<OrderReport> = {}): OrderReport => ({
  id: 'report-1',
  kind: 'shipped',
  at: '2026-03-12T12:00:00.000Z',
  reference: 'DN-1',
  note: '',
  amount: null,
  ...changes,
});
const after = (order: Order, ...reports: readonly OrderReport[]): Order =>
  reports.reduce((walking, report) => {
    const next = withReport(walking, report);
    return next.ok ? next.value.order : walking;
  }, order);

describe('ORD-1 what the vendor reports of an order', () => {
  it.each([
    ['confirmed', 'accepted'],
    ['shipped', 'shipped'],
    ['delivered', 'shipped'],
    ['invoiced', 'invoiced'],
    ['paid', 'paid'],
  ] as const)('%s leads to %s', (kind, state) => {
    expect(after(anOrder(), aReport({ kind })).state).toBe(state);
  });

  it('a step is known by kind and reference, and its first words stay', () => {
    const order = after(anOrder(), aReport({ note: 'first' }));
    expect(withReport(order, aReport({ id: 'r2', note: 'second' }))).toEqual({
      ok: true,
      value: { order, isNew: false },
    });
    expect(after(order, aReport({ id: 'r3', kind: 'delivered' })).reports).toHaveLength(2);
    expect(after(order, aReport({ id: 'r4', reference: 'DN-2' })).reports).toHaveLength(2);
  });

  it('is kept oldest first, however late it is told', () => {
    const order = after(
      anOrder(),
      aReport({ id: 'r1', kind: 'invoiced', at: '2026-03-14T00:00:00.000Z' }),
      aReport({ id: 'r2', at: '2026-03-12T00:00:00.000Z' }),
    );
    expect(order.reports?.map(({ id }) => id)).toEqual(['r2', 'r1']);
    expect(order.state).toBe('invoiced');
  });

  it('nothing follows a rejection, and there is an end to what is kept', () => {
    expect(withReport(anOrder({ state: 'rejected' }), aReport())).toEqual({
      ok: false,
      error: { type: 'rejected' },
    });
    const reports = Array.from({ length: maxOrderReports }, (_, at) =>
      aReport({ id: `r${at}`, reference: `${at}` }),
    );
    expect(withReport(anOrder({ reports }), aReport({ reference: 'more' }))).toMatchObject({
      error: { type: 'too-many-reports' },
    });
  });

  it('in whatever order and however often the same reports come, the order ends the same and never goes back', () => {
    const report = fc.record({
      kind: fc.constantFrom(...orderReportKinds),
      reference: fc.constantFrom('', 'A', 'B'),
      amount: fc.constantFrom(null, '0.00', '100.00', '150.00'),
    });
    const known = fc.uniqueArray(report, {
      selector: ({ kind, reference }) => `${kind} ${reference}`,
      maxLength: 8,
    });
    fc.assert(
      fc.property(known, fc.infiniteStream(fc.nat()), (told, picks) => {
        const reports = told.map((one, at) =>
          aReport({ ...one, id: `r${at}`, at: `2026-03-${10 + at}T12:00:00.000Z` }),
        );
        const shuffled = reports
          .flatMap((one) => [one, one])
          .map((one) => ({ one, place: picks.next().value as number }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ one }) => one);
        const straight = after(anOrder(), ...reports);
        expect(after(anOrder(), ...shuffled)).toEqual(straight);
        const states = ['received', 'accepted', 'shipped', 'invoiced', 'paid'];
        shuffled.reduce((walking, one) => {
          const next = after(walking, one);
          expect(states.indexOf(next.state)).toBeGreaterThanOrEqual(states.indexOf(walking.state));
          return next;
        }, anOrder());
      }),
    );
  });

  it('ORD-2 counts as fulfilled from the first word that it was shipped, or that money is asked for it', () => {
    const states = ['placed', 'received', 'accepted', 'rejected', 'shipped', 'invoiced', 'paid'] as const;
    expect(states.filter(isFulfilledState)).toEqual(['shipped', 'invoiced', 'paid']);
  });
});

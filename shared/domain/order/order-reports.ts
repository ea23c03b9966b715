import { err, ok, type Result } from '../../lib/result';
import { add, compare, zero } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { maxOrderReports, orderReportKinds, type Order, type OrderReport, type OrderState } from './order';

export type ReportError =
  /** Nothing follows a rejection. */
  { readonly type: 'rejected' } | { readonly type: 'too-many-reports'; readonly limit: number };

export interface Reported {
  readonly order: Order;
  /** False: that step, by its kind and reference, was told before; the order is as it was. */
  readonly isNew: boolean;
}

/**
 * ORD-1: the order with one more step on its way. Reports come in any order and more than once: a step is known by kind and reference, the
 * first word on it stays, and a state is never left for an earlier one.
 */
export function withReport(order: Order, report: OrderReport): Result<Reported, ReportError> {
  if (order.state === 'rejected') return err({ type: 'rejected' });
  const known = order.reports ?? [];
  if (known.some(({ kind, reference }) => kind === report.kind && reference === report.reference)) {
    return ok({ order, isNew: false });
  }
  if (known.length >= maxOrderReports) return err({ type: 'too-many-reports', limit: maxOrderReports });
  const reports = [...known, report].toSorted(byTime);
  const reached = furthest([order.state, ...statesReported(reports, order.totals.buyNet)]);
  return ok({ order: { ...order, state: reached, reports }, isNew: true });
}

const path: readonly OrderState[] = ['placed', 'received', 'accepted', 'shipped', 'invoiced', 'paid'];

const furthest = (states: readonly OrderState[]): OrderState =>
  states.reduce((far, state) => (path.indexOf(state) > path.indexOf(far) ? state : far));

/** An order that is shipped, or that the vendor asks money for: what it brings is the customer's. */
export const isFulfilledState = (state: OrderState): boolean =>
  state !== 'rejected' && path.indexOf(state) >= path.indexOf('shipped');

function statesReported(reports: readonly OrderReport[], owed: string): OrderState[] {
  const states = reports.flatMap(({ kind }): OrderState[] => {
    switch (kind) {
      case 'confirmed':
        return ['accepted'];
      case 'shipped':
      case 'delivered':
        return ['shipped'];
      case 'invoiced':
        return ['invoiced'];
      default:
        return [];
    }
  });
  const payments = reports.filter(({ kind }) => kind === 'paid');
  if (payments.length === 0) return states;
  // Money came in, so there was an invoice; all of it is paid when nothing else is said, or when it comes to what the partner owes.
  const sum = payments.map(({ amount }) => (amount === null ? zero : decimal(amount))).reduce(add, zero);
  const isWhole = payments.some(({ amount }) => amount === null) || compare(sum, decimal(owed)) >= 0;
  return [...states, isWhole ? 'paid' : 'invoiced'];
}

const byTime = (a: OrderReport, b: OrderReport): number =>
  Date.parse(a.at) - Date.parse(b.at) ||
  orderReportKinds.indexOf(a.kind) - orderReportKinds.indexOf(b.kind) ||
  (a.reference < b.reference ? -1 : 1);

import type { Order } from '#shared/domain/order/order';
import type { RecordOf } from '#shared/domain/records';
import { canonical } from './canonical';
import { plainTotals } from './price-list';
import type { Processed } from './server-story';
import { Violation } from './violation';
import type { World } from './world';

/** No order twice, none missing, and every figure as plain arithmetic has it. */
export function checkOrders(
  world: World,
  story: readonly Processed[],
  records: readonly (readonly [string, unknown])[],
): void {
  const orders = records.filter(([key]) => key.startsWith('order:')).map(([, order]) => order as Order);
  const byBusinessId = groupBy(orders, ({ businessId }) => businessId);
  const twice = [...byBusinessId.values()].find((same) => same.length > 1);
  if (twice) throw new Violation('duplicate', 'no order is there twice', twice);
  const byQuote = groupBy(orders, ({ quoteId, quoteRevision }) => `${quoteId} ${String(quoteRevision)}`);
  const again = [...byQuote.values()].find((same) => same.length > 1);
  if (again) throw new Violation('duplicate', 'a quote is ordered once', again);

  for (const { name, args, editId, person } of world.ledger.work) {
    if (name !== 'placeOrder') continue;
    const { businessId, totals } = args as RecordOf<'order'>;
    const answers = story.filter(({ sent }) => sent.editId === editId);
    const isDone = answers.some(({ rejection }) => rejection === null);
    const order = byBusinessId.get(businessId)?.[0];
    if (isDone && !order) throw new Violation('loss', 'no order is missing', { person, args, answers });
    if (order && canonical(order.totals) !== canonical(totals)) {
      throw new Violation('divergence', 'an order’s totals are those the customer saw', { order, totals });
    }
  }
  for (const order of orders) {
    const { sellNet, tax, gross } = order.totals;
    const lines = order.lines.map(({ sku, quantity }) => ({
      sku,
      quantity: Number(quantity),
      discountPercent: 0,
    }));
    const plain = plainTotals(lines, order.priceBook.version);
    if (plain.sellNet !== sellNet || plain.tax !== tax || plain.gross !== gross) {
      throw new Violation('divergence', 'totals are right to the cent', { order, plain });
    }
  }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

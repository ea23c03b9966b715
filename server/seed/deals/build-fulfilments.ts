import type { Order } from '#shared/domain/order/order';
import { fulfilOrder } from '#shared/domain/order/fulfil-order';
import type { DemoRecord } from '../demo-vendor';
import type { DealContext } from './deal-context';

/** The vendor's numbers of demo contracts from orders stay below 100001, where the server begins its own. */
const firstContractNumber = 90_000;

/** ORD-2: the contracts and assets that the fulfilled orders left, by the way that the server goes. */
export function buildFulfilments(
  { terms }: Pick<DealContext, 'terms'>,
  orders: readonly Order[],
  numbersFrom: number,
): DemoRecord[] {
  let number = firstContractNumber + numbersFrom;
  return orders.flatMap((order): DemoRecord[] => {
    if (!order.fulfilledAt) return [];
    let made = 0;
    const { begun, assets } = fulfilOrder({
      order,
      contracts: terms.contracts,
      day: order.fulfilledAt.slice(0, 10),
      coTerm: 'to-date',
      newId: () => `${order.id}-${(made += 1)}`,
    });
    return [
      ...begun.map(({ follows: _follows, ...contract }): DemoRecord => {
        number += 1;
        return { type: 'contract', record: { ...contract, number: `C-${number}` } };
      }),
      ...assets.map((record): DemoRecord => ({ type: 'asset', record })),
    ];
  });
}

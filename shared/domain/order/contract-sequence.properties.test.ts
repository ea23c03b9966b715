import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumDecimals } from '../money/sum-decimals';
import type { Contract } from '../pricing/contract';
import { aContract, aContractLine } from '../quote/quote.test-kit';
import { claimsOf, leftToRenew, overdrawn, type PlacedClaims } from './contract-claims';
import { fulfilOrder } from './fulfil-order';
import type { Order } from './order';
import { anOrder } from './order.test-kit';

/** The server's way, in memory: an order is placed if nothing is overdrawn, then rejected or fulfilled, in any order, some told twice. */
interface World {
  readonly contracts: readonly Contract[];
  readonly orders: readonly Order[];
}

const termsOf = (action: 'add' | 'reduce' | 'renew') => ({
  kind: 'recurring' as const,
  period: 'month' as const,
  startsOn: action === 'renew' ? '2027-01-01' : '2026-06-01',
  endsOn: action === 'renew' ? '2027-12-31' : '2026-12-31',
  months: null,
  ramp: [],
  listUnit: '12.00',
  buyUnit: '8.00',
  sellUnit: '10.00',
  change: { contractId: 'contract-1', contractLineId: 'contract-line-1', action },
});

const othersOf = ({ orders }: World): PlacedClaims[] =>
  orders
    .filter(({ state }) => state !== 'rejected')
    .map((order) => ({ claims: claimsOf(order, undefined), fulfilled: Boolean(order.fulfilledAt) }));

function place(world: World, action: 'add' | 'reduce' | 'renew', quantity: string): World {
  const line = { lineId: 'l', sku: 'SUB-1', description: '', quantity, sellNet: '0.00', buyNet: '0.00' };
  const order = anOrder({ id: `order-${world.orders.length}`, lines: [{ ...line, terms: termsOf(action) }] });
  const [contract] = world.contracts;
  if (!contract || overdrawn(contract, claimsOf(order, undefined), othersOf(world)).length > 0) return world;
  return { ...world, orders: [...world.orders, order] };
}

function fulfil(world: World, at: number): World {
  const order = world.orders[at];
  if (!order || order.state === 'rejected' || order.fulfilledAt) return world;
  let made = 0;
  const { begun, changed } = fulfilOrder({
    order,
    contracts: world.contracts,
    day: '2026-06-01',
    coTerm: 'to-date',
    newId: () => `${order.id}-${(made += 1)}`,
  });
  const written = new Map(changed.map((contract) => [contract.id, contract]));
  const numbered = begun.map(({ follows: _follows, ...contract }) => ({ ...contract, number: contract.id }));
  return {
    contracts: [...world.contracts.map((contract) => written.get(contract.id) ?? contract), ...numbered],
    orders: world.orders.map((each) =>
      each === order
        ? { ...order, state: 'shipped' as const, fulfilledAt: '2026-06-01T00:00:00.000Z' }
        : each,
    ),
  };
}

const reject = (world: World, at: number): World => ({
  ...world,
  orders: world.orders.map((order, place) =>
    place === at && !order.fulfilledAt ? { ...order, state: 'rejected' as const } : order,
  ),
});

const step = fc.oneof(
  fc.record({
    do: fc.constant('place' as const),
    action: fc.constantFrom('add' as const, 'reduce' as const, 'renew' as const),
    quantity: fc.constantFrom('0.5', '1', '2', '3', '5', '6'),
  }),
  fc.record({ do: fc.constantFrom('fulfil' as const, 'reject' as const), at: fc.nat(12) }),
);

describe('PR-50, PR-51, ORD-2 orders about one contract, in any sequence', () => {
  it('leave no line below zero, count each order once, and give and renew no unit twice', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let world: World = {
          contracts: [aContract({ lines: [aContractLine({ quantity: '5' })] })],
          orders: [],
        };
        for (const one of steps) {
          if (one.do === 'place') world = place(world, one.action, one.quantity);
          else if (one.do === 'reject') world = reject(world, one.at);
          else {
            const once = fulfil(world, one.at);
            if (fulfil(once, one.at) !== once) throw new Error('It was fulfilled twice');
            world = once;
          }
          const every = world.contracts.flatMap(({ lines }) => lines);
          for (const { quantity } of every) expect(quantity).not.toMatch(/^-/);
        }
        const ordered = (action: string, fulfilled: boolean) =>
          sumDecimals(
            world.orders
              .filter(
                ({ state, fulfilledAt }) => state !== 'rejected' && (!fulfilled || Boolean(fulfilledAt)),
              )
              .flatMap((order) => order.lines)
              .filter(({ terms }) => terms?.kind === 'recurring' && terms.change?.action === action)
              .map(({ quantity }) => quantity),
          );
        const [contract, ...followers] = world.contracts;
        const [line, ...added] = contract?.lines ?? [];
        // What was given back is what is gone, to the unit.
        expect(sumDecimals([line?.quantity ?? '', ordered('reduce', true)])).toBe('5');
        expect(sumDecimals(added.map(({ quantity }) => quantity))).toBe(ordered('add', true));
        const renewed = followers.flatMap(({ lines }) => lines.map(({ quantity }) => quantity));
        expect(sumDecimals(renewed)).toBe(ordered('renew', true));
        // All that stands together takes no more than there was.
        expect(Number(ordered('reduce', false))).toBeLessThanOrEqual(5);
        expect(Number(ordered('renew', false))).toBeLessThanOrEqual(5);
        const left = contract && leftToRenew(contract, othersOf(world));
        for (const [id, quantity] of left ?? []) {
          const had = contract?.lines.find((each) => each.id === id)?.quantity ?? '0';
          expect(Number(quantity)).toBeLessThanOrEqual(Number(had));
        }
      }),
      { numRuns: 500 },
    );
  });
});

import { add, compare, subtract, zero, type Exact } from '../money/exact';
import { formatExact } from '../money/format-decimal';
import { decimal } from '../money/parse-decimal';
import type { Contract, ContractLine } from '../pricing/contract';
import { linesOf, type Quote } from '../quote/quote';
import type { Order } from './order';

/** What an order takes away from a contract's line, or renews of it. */
export interface ContractClaim {
  readonly contractId: string;
  readonly contractLineId: string;
  readonly action: 'reduce' | 'renew';
  readonly sku: string;
  readonly quantity: string;
}

/** PR-50, PR-51: by the order's own lines; of an order from before these had terms, by the quote it was placed for. */
export function claimsOf(order: Pick<Order, 'lines'>, quote: Quote | undefined): ContractClaim[] {
  const quoted = new Map((quote ? linesOf(quote) : []).map((line) => [line.id, line]));
  return order.lines.flatMap(({ lineId, sku, quantity, terms }): ContractClaim[] => {
    const change = terms
      ? terms.kind === 'recurring'
        ? terms.change
        : null
      : quotedChange(quote, quoted.get(lineId));
    if (!change?.contractLineId || (change.action !== 'reduce' && change.action !== 'renew')) return [];
    const { contractId, contractLineId, action } = change;
    return [{ contractId, contractLineId, action, sku, quantity }];
  });
}

function quotedChange(quote: Quote | undefined, line: ReturnType<typeof linesOf>[number] | undefined) {
  if (!quote?.contractId || !line?.contractChange) return null;
  return { contractId: quote.contractId, ...line.contractChange };
}

/** One order's claims, and whether the contract has them already. */
export interface PlacedClaims {
  readonly claims: readonly ContractClaim[];
  /** Its reductions are in the contract's quantities. */
  readonly fulfilled: boolean;
}

/**
 * PR-161 over orders: SKUs of which `claims` take away, or renew, more than the contract still has for it once all other orders that stand are
 * fulfilled. What is renewed stays in the contract, so that every such order counts; a reduction that was fulfilled is in its quantity.
 */
export function overdrawn(
  contract: Contract,
  claims: readonly ContractClaim[],
  others: readonly PlacedClaims[],
): string[] {
  const skus = contract.lines.flatMap((line) => {
    const left = unclaimed(contract, line, others);
    const reduces = sum(claims, contract, line, 'reduce');
    const renews = sum(claims, contract, line, 'renew');
    const isTooMuch =
      (reduces.n > 0n && compare(reduces, left.toReduce) > 0) ||
      (renews.n > 0n && compare(renews, left.toRenew) > 0);
    return isTooMuch ? [line.sku] : [];
  });
  return [...new Set(skus)];
}

/** PR-51: how many of each line of a contract are still to be renewed, by the line's id; without lines that have nothing left. */
export function leftToRenew(contract: Contract, others: readonly PlacedClaims[]): Map<string, string> {
  return new Map(
    contract.lines.flatMap((line) => {
      const { toRenew } = unclaimed(contract, line, others);
      return toRenew.n > 0n ? [[line.id, formatExact(toRenew)] as const] : [];
    }),
  );
}

function unclaimed(contract: Contract, line: ContractLine, others: readonly PlacedClaims[]) {
  const waiting = others.filter(({ fulfilled }) => !fulfilled).flatMap(({ claims }) => claims);
  const every = others.flatMap(({ claims }) => claims);
  const toReduce = subtract(decimal(line.quantity), sum(waiting, contract, line, 'reduce'));
  return { toReduce, toRenew: subtract(toReduce, sum(every, contract, line, 'renew')) };
}

const sum = (
  claims: readonly ContractClaim[],
  contract: Contract,
  line: ContractLine,
  action: ContractClaim['action'],
): Exact =>
  claims
    .filter((claim) => claim.contractId === contract.id && claim.contractLineId === line.id)
    .filter((claim) => claim.action === action)
    .map(({ quantity }) => decimal(quantity))
    .reduce(add, zero);

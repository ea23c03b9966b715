import { subtract, type Exact } from '../money/exact';
import { formatRounded, trimDecimals } from '../money/format-decimal';
import { decimal } from '../money/parse-decimal';
import { dayNumber, dayText, lastDayOfMonths, monthStep } from '../pricing/calendar';
import type { Contract, ContractLine } from '../pricing/contract';
import type { CoTerm } from '../pricing/policy';
import type { Asset } from './asset';
import type { Order } from './order';
import type { RecurringTerms } from './ordered-terms';
import { rampLayers } from './ramp-layers';

export interface FulfilmentInput {
  readonly order: Order;
  /** The partner's contracts as they are now. */
  readonly contracts: readonly Contract[];
  /** The first day of what is not dated: the day of delivery, in the partner's zone. */
  readonly day: string;
  /** Of the book the order was priced from. */
  readonly coTerm: CoTerm;
  readonly newId: () => string;
}

/** Not yet numbered. */
export type NewContract = Omit<Contract, 'number'> & {
  /** PR-51: the contract it follows. */
  readonly follows: string | null;
};

export interface Fulfilment {
  readonly begun: readonly NewContract[];
  /** Contracts that there were, with what the order changed about them; whole. */
  readonly changed: readonly Contract[];
  readonly assets: readonly Asset[];
}

type OrderLine = Order['lines'][number];
/** A contract that is being begun. Its lines have one end, so that it has one too. */
interface Group {
  readonly id: string;
  readonly follows: string | null;
  readonly endsOn: string;
  readonly lines: ContractLine[];
}

/**
 * ORD-2, PR-50, PR-51: what an order leaves behind once it is fulfilled. Recurring lines become contracts at the unit prices they were ordered
 * at, one contract for each last day; or they change the contract that their quote names. One-time lines become assets; usage neither. Every
 * line of the order must say its terms. Contracts of other customers or currencies are left alone.
 */
export function fulfilOrder(input: FulfilmentInput): Fulfilment {
  const { order, contracts, day, coTerm, newId } = input;
  const own = new Map(
    contracts
      .filter(({ accountId, currency }) => accountId === order.accountId && currency === order.currency)
      .map((contract) => [contract.id, contract]),
  );
  const changed = new Map<string, Contract>();
  const contractOf = (id: string | undefined) =>
    id === undefined ? undefined : (changed.get(id) ?? own.get(id));
  const change = (contract: Contract) => changed.set(contract.id, contract);
  const groups: Group[] = [];
  const begin = (lines: readonly ContractLine[], endsOn: string, follows: string | null) => {
    const found = groups.find((group) => group.endsOn === endsOn && group.follows === follows);
    if (found) found.lines.push(...lines);
    else groups.push({ id: newId(), follows, endsOn, lines: [...lines] });
  };

  for (const line of order.lines) {
    const { terms } = line;
    if (terms?.kind !== 'recurring') continue;
    const contract = contractOf(terms.change?.contractId);
    if (terms.change?.action === 'reduce') {
      if (contract) change(reduced(contract, terms.change.contractLineId, line.quantity));
      continue;
    }
    const lines = contractLines(line, terms, day, newId);
    const endsOn = latest(lines);
    if (!contract || !terms.change) begin(lines, endsOn, null);
    else if (terms.change.action === 'renew') {
      const follower = contractOf(contract.renewedById ?? undefined);
      if (follower?.endsOn === endsOn) change(withLines(follower, lines));
      else begin(lines, endsOn, contract.id);
    } else if (endsOn === contract.endsOn) change(withLines(contract, lines));
    else if (terms.change.action === 'join' && coTerm === 'average') {
      change(withLines(movedTo(contract, endsOn, earliest(lines)), lines));
    } else begin(lines, endsOn, null);
  }

  for (const { follows, id } of groups) {
    const contract = contractOf(follows ?? undefined);
    if (contract && !contract.renewedById) change({ ...contract, renewedById: id });
  }
  return {
    begun: groups.map(({ id, follows, endsOn, lines }) => ({
      id,
      partnerId: order.partnerId,
      accountId: order.accountId,
      currency: order.currency,
      startsOn: earliest(lines),
      endsOn,
      lines,
      orderId: order.id,
      renewalQuoteId: null,
      renewedById: null,
      follows,
    })),
    changed: [...changed.values()],
    assets: assetsOf(input),
  };
}

/** A line of a contract for each layer of a ramp, and one for what has no ramp. */
function contractLines(
  { sku, description, quantity }: OrderLine,
  terms: RecurringTerms,
  day: string,
  newId: () => string,
): ContractLine[] {
  const { period, listUnit, buyUnit, sellUnit } = terms;
  const startsOn = terms.startsOn ?? day;
  const endsOn = terms.endsOn ?? lastDayOfMonths(startsOn, terms.months ?? 12);
  const line = (units: Exact, from: string, to: string): ContractLine => ({
    id: newId(),
    sku,
    description,
    quantity: asQuantity(units),
    period,
    listUnit,
    buyUnit,
    sellUnit,
    startsOn: from,
    endsOn: to,
  });
  if (terms.ramp.length === 0) return [line(decimal(quantity), startsOn, endsOn)];
  const firstDayOf = (month: number): string => dayText(monthStep(dayNumber(startsOn), month));
  const months = terms.ramp.reduce((sum, run) => sum + run.months, 0);
  return rampLayers(terms.ramp).map(({ quantity: units, fromMonth, toMonth }) =>
    line(
      units,
      firstDayOf(fromMonth),
      toMonth === months ? endsOn : dayText(dayNumber(firstDayOf(toMonth)) - 1),
    ),
  );
}

const withLines = (contract: Contract, lines: readonly ContractLine[]): Contract => ({
  ...contract,
  lines: [...contract.lines, ...lines],
});

/** PR-50: a line that has nothing left stays, with 0, so that what names it finds it. It never goes below. */
const reduced = (contract: Contract, lineId: string | null, quantity: string): Contract => ({
  ...contract,
  lines: contract.lines.map((line) => {
    if (line.id !== lineId) return line;
    const left = subtract(decimal(line.quantity), decimal(quantity));
    return { ...line, quantity: left.n > 0n ? asQuantity(left) : '0' };
  }),
});

/** PR-148: all that runs when the first new line begins ends on the one day that all share. */
const movedTo = (contract: Contract, endsOn: string, from: string): Contract => ({
  ...contract,
  endsOn,
  lines: contract.lines.map((line) => (line.endsOn >= from ? { ...line, endsOn } : line)),
});

function assetsOf({ order, day, newId }: FulfilmentInput): Asset[] {
  return order.lines.flatMap((line): Asset[] => {
    if (line.terms?.kind !== 'one-time') return [];
    const { id: orderId, partnerId, accountId } = order;
    const { sku, description } = line;
    return [
      {
        id: newId(),
        partnerId,
        accountId,
        contractId: null,
        orderId,
        sku,
        description,
        quantity: asQuantity(decimal(line.quantity)),
        serialNumbers: [],
        startsOn: day,
        endsOn: null,
        state: 'active',
      },
    ];
  });
}

/** PR-1: with at most 3 decimals, though parts of bundles are ordered with more; something never becomes nothing. */
function asQuantity(units: Exact): string {
  const text = trimDecimals(formatRounded(units, 3, 'half-up'), 0);
  return text === '0' ? '0.001' : text;
}

// Days as ISO text compare as text.
const latest = (lines: readonly ContractLine[]): string =>
  lines.reduce((day, { endsOn }) => (endsOn > day ? endsOn : day), '');
const earliest = (lines: readonly ContractLine[]): string =>
  lines.reduce((day, { startsOn }) => (startsOn < day ? startsOn : day), lines[0]?.startsOn ?? '');

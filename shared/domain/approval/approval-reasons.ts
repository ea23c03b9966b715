import { compare, subtract, zero, divide, type Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import type { Role } from '../partner/partner';
import type { Approver } from '../pricing/condition';
import type { Breach, PricedQuote } from '../pricing/priced';
import type { PriceQuoteInput } from '../quote/price-quote-input';
import type { ApprovalReason } from './approval-reason';
import { conditionHolds, conditionSubject } from './condition-holds';

/**
 * PR-60: all that a quote needs approval for: first the floors it breaks that may be allowed, then every approval rule of its book whose
 * condition holds, in the book's order. Lines outside the totals do not count.
 */
export function approvalReasons(input: PriceQuoteInput, priced: PricedQuote): ApprovalReason[] {
  const subject = conditionSubject(input, priced);
  const rules = input.book.header.policy.approvalRules.flatMap(
    ({ id, name, when, approver, order }): ApprovalReason[] => {
      const found = conditionHolds(when, subject);
      if (!found) return [];
      return [
        {
          kind: 'rule',
          ruleId: id,
          name,
          approver: askedOf(approver, input.role),
          order,
          ...found,
          lineIds: [...found.lineIds],
        },
      ];
    },
  );
  return [...floorReasons(countedBreaches(priced), input.role), ...rules];
}

/** PR-184: nobody approves his own quote, so what a manager owns goes to the vendor where a rep's would go to the manager. */
const askedOf = (approver: Approver, owner: Role): Approver => (owner === 'manager' ? 'channel' : approver);

/** PR-24: what nobody may allow: the quote cannot be presented while it holds. */
export const blockingBreaches = (priced: PricedQuote): Breach[] =>
  countedBreaches(priced).filter(({ onBreach }) => onBreach.action === 'block');

function countedBreaches({ lines, breaches }: PricedQuote): Breach[] {
  const outside = new Set(lines.filter(({ optional }) => optional).map(({ lineId }) => lineId));
  return breaches.filter(({ lineId }) => lineId === null || !outside.has(lineId));
}

/** One reason for each floor and approver, about all lines that break it, with the figures of the worst. */
function floorReasons(breaches: readonly Breach[], owner: Role): ApprovalReason[] {
  const groups = new Map<string, { readonly reason: ApprovalReason; readonly breaches: Breach[] }>();
  for (const breach of breaches) {
    const { floor, onBreach, value, limit } = breach;
    if (onBreach.action === 'block') continue;
    const { order } = onBreach;
    const approver = askedOf(onBreach.approver, owner);
    const key = `${floor} ${approver} ${order}`;
    const group = groups.get(key);
    if (group) group.breaches.push(breach);
    else {
      const reason = { kind: floor, ruleId: floor, name: '', approver, order, lineIds: [], value, limit };
      groups.set(key, { reason, breaches: [breach] });
    }
  }
  return [...groups.values()].map(({ reason, breaches }) => {
    const { value, limit } = breaches.reduce((worst, breach) => (isWorse(breach, worst) ? breach : worst));
    const lineIds = [...new Set(breaches.flatMap(({ lineId }) => lineId ?? []))];
    return { ...reason, lineIds, value, limit };
  });
}

const isWorse = (breach: Breach, than: Breach): boolean => {
  const [a, b] = [distance(breach), distance(than)];
  if (b === null) return false;
  return a === null || compare(a, b) > 0;
};

/** How far beyond its limit: in points of a percentage, of a price as a part of the limit; null: infinitely, there is no figure. */
function distance({ floor, value, limit }: Breach): Exact | null {
  if (value === null) return null;
  const [is, may] = [decimal(value), decimal(limit)];
  switch (floor) {
    case 'manual-discount':
      return subtract(is, may);
    case 'minimum-price':
      return may.n === 0n ? zero : divide(subtract(may, is), may);
    default:
      return subtract(may, is);
  }
}

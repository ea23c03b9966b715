import type { Decimal, Percent } from '../money/amount';
import { compare, type Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import type { Role } from '../partner/partner';
import type { LineToPrice } from './line-to-price';
import { manualDiscountLimit } from './manual-discount';
import { marginFigures } from './margin-figures';
import { minimumUnitPrice, netUnitPrice } from './net-unit';
import type { OnBreach, PricingPolicy } from './policy';
import type { LineDraft } from './price-line';
import { isCredit } from './price-origin';
import type { Breach } from './priced';
import type { LineShare } from './settle-line';
import { showAmount } from './show-amount';

type LineBreach = Omit<Breach, 'lineId'>;

interface MarginFloor {
  readonly family: string | null;
  readonly percent: Percent;
  readonly exact: Exact;
  readonly onBreach: OnBreach;
}

/**
 * PR-24: the floors that a line's finished price breaks: manual discount, minimum price, margin. Checked after the quote's discount and
 * without tax. What is not sold breaks none: a credit, a line of quantity 0 (PR-125).
 */
export function lineFloors(
  role: Role,
  policy: PricingPolicy,
): (line: LineToPrice, draft: LineDraft, share: LineShare) => LineBreach[] {
  const manualDiscount = manualDiscountLimit(role, policy);
  const margins = marginFloors(policy, 'line');
  const byFamily = new Map(
    margins.map(({ family }) => [family, margins.filter((floor) => floor.family === family)]),
  );
  return (line, draft, share) => {
    if (isCredit(line.origin)) return [];
    const breaches: LineBreach[] = [];
    // What is included costs nothing: there is nothing to take off (PR-125).
    const manual = line.origin.kind === 'included' ? null : manualDiscount(line, share.discount);
    if (manual) breaches.push(manual);
    if (line.facts.quantity.n === 0n) return breaches;
    const minimum = minimumUnitPrice(line);
    const unit = minimum && netUnitPrice(line, draft, share.discount);
    if (unit && compare(unit, minimum) < 0) {
      breaches.push({
        floor: 'minimum-price',
        value: showAmount(unit, line.digits),
        limit: showAmount(minimum, line.digits),
        onBreach: policy.onMinimumPriceBreach,
      });
    }
    const floors = byFamily.get(line.facts.product.family) ?? byFamily.get(null);
    if (floors) breaches.push(...marginBreaches(floors, 'line-margin', share.net, draft.buyLine));
    return breaches;
  };
}

/** PR-24: the margin floors that what the quote sells breaks, in whole minor units: its totals without credits (PR-125). */
export function quoteFloors(policy: PricingPolicy, sell: bigint, buy: bigint): Breach[] {
  const floors = marginFloors(policy, 'quote');
  return marginBreaches(floors, 'quote-margin', sell, buy).map((breach) => ({ ...breach, lineId: null }));
}

const marginFloors = (policy: PricingPolicy, wanted: 'line' | 'quote'): MarginFloor[] =>
  policy.marginFloors
    .filter(({ scope }) => scope === wanted)
    .map(({ family, percent, onBreach }) => ({ family, percent, exact: decimal(percent), onBreach }));

/**
 * Every floor that is broken, so that a lower one may ask more than a higher one. Without a margin %, nothing sold for what costs
 * something, all are (PR-23, PR-126).
 */
function marginBreaches(
  floors: readonly MarginFloor[],
  floor: 'line-margin' | 'quote-margin',
  sell: bigint,
  buy: bigint,
): LineBreach[] {
  const margin = { n: (sell - buy) * 100n, d: 1n };
  return floors
    .filter(({ exact }) => compare(margin, { n: sell * exact.n, d: exact.d }) < 0)
    .map(({ percent: limit, onBreach }) => ({ floor, value: marginPercent(sell, buy), limit, onBreach }));
}

const marginPercent = (sell: bigint, buy: bigint): Decimal | null =>
  marginFigures(sell, buy, 0).marginPercent;

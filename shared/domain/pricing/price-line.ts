import { divide, multiply, zero, type Exact } from '../money/exact';
import { fromMinor, toMinor } from '../money/minor-units';
import { contractTrail } from './contract-price';
import { extendToLine, unitPeriods } from './line-amount';
import type { LineToPrice } from './line-to-price';
import type { Validity } from './priced';
import { isCredit } from './price-origin';
import { startAtList } from './rules/list';
import { grossUp, runSellWaterfall } from './sell-waterfall';
import { Trail } from './trail';

/** A line priced on its own, before anything that concerns the whole quote. Line amounts are whole minor units. */
export interface LineDraft {
  readonly buyUnit: Exact;
  readonly sellUnit: Exact;
  readonly listLine: bigint;
  readonly buyLine: bigint;
  readonly sellLine: bigint;
  /** PR-31: what the buy price depends on until when. */
  readonly bounds: readonly Validity[];
  readonly trails: { readonly buy: Trail; readonly sell: Trail };
}

/** Both waterfalls of one line (PR-20), each rounded at the stages the policy names (PR-2). */
export function priceLine(line: LineToPrice, explaining: boolean): LineDraft {
  const { header, list, digits, allocated } = line;
  const mode = header.policy.rounding.line;
  const { buy, sell, bounds } = unitPrices(line, explaining);
  const extent = unitPeriods(line);
  // What a bundle's price leaves for a unit of one of its parts; for eyes only (PR-14).
  const unit = (own: Exact, share: bigint | undefined): Exact =>
    share === undefined || line.origin.kind !== 'bundle-part' || extent.n === 0n
      ? own
      : divide(fromMinor(share, digits), extent);
  const buyUnit = unit(buy.value, allocated?.buy);
  const sellUnit = unit(sell.value, allocated?.sell);

  const listLine = toMinor(multiply(list, extent), digits, mode);
  return {
    buyUnit,
    sellUnit,
    listLine: allocated ? allocated.list : isCredit(line.origin) ? creditOf(line, listLine) : listLine,
    buyLine: extendToLine(buy, line, mode, allocated && allocated.buy),
    sellLine: extendToLine(sell, line, mode, allocated && allocated.sell),
    bounds,
    trails: { buy, sell },
  };
}

interface UnitPrices {
  readonly buy: Trail;
  readonly sell: Trail;
  readonly bounds: readonly Validity[];
}

/** The two prices of a unit. What a bundle or a contract sets goes through no waterfall (PR-14, PR-50). */
function unitPrices(line: LineToPrice, explaining: boolean): UnitPrices {
  const { header, facts, list, listPrice, origin } = line;
  const { unit } = header.policy.rounding;
  if (origin.kind === 'included' || origin.kind === 'bundle-part') {
    const [buy, sell] = [new Trail(listPrice.unit, explaining), new Trail(listPrice.unit, explaining)];
    for (const trail of [buy, sell]) {
      startAtList(trail, line);
      if (origin.kind === 'included')
        trail.take({ step: 'included', rule: origin.optionId, basis: 'running' }, zero);
    }
    return { buy, sell, bounds: [] };
  }
  if (origin.kind === 'contract' && origin.credit !== null) {
    const sell = contractTrail(origin, 'sell', explaining);
    grossUp(sell, line.includedTax);
    return { buy: contractTrail(origin, 'buy', explaining), sell, bounds: [] };
  }

  let buy: Trail;
  let bounds: readonly Validity[] = [];
  if (origin.kind === 'contract') {
    buy = contractTrail(origin, 'buy', explaining);
  } else {
    buy = new Trail(listPrice.unit, explaining);
    startAtList(buy, line);
    bounds = line.waterfall(buy, facts, list);
  }
  if (unit) buy.round('unit-rounding', unit.mode, unit.decimals);
  const sell = runSellWaterfall(line, buy.value, explaining);
  if (unit) sell.round('unit-rounding', unit.mode, unit.decimals);
  return { buy, sell, bounds };
}

/** PR-50: below zero, or nothing where the policy credits nothing. */
const creditOf = ({ origin }: LineToPrice, amount: bigint): bigint =>
  origin.kind === 'contract' && origin.credit === 'given' ? -amount : 0n;

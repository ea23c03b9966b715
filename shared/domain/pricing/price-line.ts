import { ok, type Result } from '../../lib/result';
import { multiply, type Exact } from '../money/exact';
import { toMinor } from '../money/minor-units';
import { extendToLine } from './line-amount';
import type { LineToPrice } from './line-to-price';
import { periodsOf } from './periods';
import type { LineProblem, Validity } from './priced';
import { startAtList } from './rules/list';
import { runSellWaterfall } from './sell-waterfall';
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
export function priceLine(line: LineToPrice, explaining: boolean): Result<LineDraft, LineProblem> {
  const { header, facts, list, digits } = line;
  const { unit, line: lineMode } = header.policy.rounding;
  const { charge } = facts.product;

  const buy = new Trail(list, explaining);
  startAtList(buy, header, line.entry);
  const bounds = line.waterfall(buy, facts, list);
  if (unit) buy.round('unit-rounding', unit.mode, unit.decimals);
  const buyUnit = buy.value;

  const selling = runSellWaterfall(line, buyUnit, explaining);
  if (!selling.ok) return selling;
  const sell = selling.value;
  if (unit) sell.round('unit-rounding', unit.mode, unit.decimals);
  const sellUnit = sell.value;

  const listLine = multiply(multiply(list, facts.quantity), periodsOf(charge));
  return ok({
    buyUnit,
    sellUnit,
    listLine: toMinor(listLine, digits, lineMode),
    buyLine: extendToLine(buy, line, lineMode),
    sellLine: extendToLine(sell, line, lineMode),
    bounds,
    trails: { buy, sell },
  });
}

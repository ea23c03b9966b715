import { ok, type Result } from '../../lib/result';
import type { Decimal, Percent } from '../money/amount';
import { multiply, type Exact } from '../money/exact';
import { toMinor } from '../money/minor-units';
import { runBuyWaterfall } from './buy-waterfall';
import { extendToLine } from './line-amount';
import { periodsOf } from './periods';
import type { PriceEntry } from './price-book';
import type { LineProblem, Validity } from './priced';
import { startAtList } from './rules/list';
import type { LineFacts } from './rules/rule';
import type { SellBasis } from './sell-basis';
import { runSellWaterfall } from './sell-waterfall';
import { Trail } from './trail';

export interface LineToPrice {
  readonly facts: LineFacts;
  readonly entry: PriceEntry;
  readonly list: Exact;
  readonly quantity: { readonly text: Decimal; readonly value: Exact };
  readonly sell: SellBasis;
  readonly discountPercent: Percent;
  readonly includedTax: Percent | null;
  /** Decimals of the currency's minor unit. */
  readonly digits: number;
}

/** A line priced on its own, before anything that concerns the whole quote. Line amounts are whole minor units. */
export interface LineDraft {
  readonly buy: Trail;
  readonly sell: Trail;
  readonly buyUnit: Exact;
  readonly sellUnit: Exact;
  readonly listLine: bigint;
  readonly buyLine: bigint;
  readonly sellLine: bigint;
  /** PR-31: what the buy price depends on until when. */
  readonly bounds: readonly Validity[];
}

/** Both waterfalls of one line (PR-20), each rounded at the stages the policy names (PR-2). */
export function priceLine(line: LineToPrice): Result<LineDraft, LineProblem> {
  const { facts, entry, list, quantity, digits } = line;
  const { rounding } = facts.header.policy;
  const { charge } = facts.product;

  const buy = new Trail(list, digits);
  startAtList(buy, facts.header, entry);
  const bounds = runBuyWaterfall(buy, facts, list);
  if (rounding.unit) buy.round('unit-rounding', rounding.unit.mode, rounding.unit.decimals);
  const buyUnit = buy.value;

  const selling = runSellWaterfall({ ...line, header: facts.header, buyUnit });
  if (!selling.ok) return selling;
  const sell = selling.value;
  if (rounding.unit) sell.round('unit-rounding', rounding.unit.mode, rounding.unit.decimals);
  const sellUnit = sell.value;

  const listLine = multiply(multiply(list, quantity.value), periodsOf(charge));
  return ok({
    buy,
    sell,
    buyUnit,
    sellUnit,
    listLine: toMinor(listLine, digits, rounding.line),
    buyLine: extendToLine(buy, quantity, charge, rounding.line, digits),
    sellLine: extendToLine(sell, quantity, charge, rounding.line, digits),
    bounds,
  });
}

import { once } from '../../lib/once';
import type { Percent } from '../money/amount';
import type { Exact } from '../money/exact';
import { formatScaled } from '../money/format-decimal';
import { fromMinor } from '../money/minor-units';
import type { BundleShare, LineToPrice } from './line-to-price';
import { marginFigures } from './margin-figures';
import { minimumUnitPrice, netUnitPrice } from './net-unit';
import { paymentsOf } from './payments';
import { priceLine, type LineDraft } from './price-line';
import type { PricedAmounts, PriceStep } from './priced';
import { showAmount } from './show-amount';

/** A line's part in what concerns the whole quote. */
export interface LineShare {
  /** The quote's discount as it stands there, and as it counts for this line: zero for a line outside the totals. */
  readonly discountText: Percent;
  readonly discount: Exact;
  /** What of that discount falls on the line, in whole minor units. */
  readonly discountPart: bigint;
  /** What is left of the line without tax, in whole minor units. */
  readonly net: bigint;
}

/** Writes a line's figures down; `bundle`: what a bundle and its parts come to together (PR-14). The explanation is made by pricing the line once more, when it is first read. */
export function settleLine(
  line: LineToPrice,
  draft: Omit<LineDraft, 'trails'>,
  share: LineShare,
  bundle: BundleShare | null,
): PricedAmounts {
  const { digits, term } = line;
  // What one unit comes to with the quote's discount and without tax: for eyes only, the line has its own share (PR-111).
  const netUnit = netUnitPrice(line, draft, share.discount);
  const minimum = minimumUnitPrice(line);
  const margins = marginFigures(share.net, draft.buyLine, digits);

  const explained = once(() => writeSteps(line, share));
  const paid = once(() => (term ? paymentsOf(term, share.net, digits) : []));
  return {
    quantity: line.quantityText,
    listUnit: showAmount(line.list, digits),
    buyUnit: showAmount(draft.buyUnit, digits),
    sellUnit: showAmount(netUnit, digits),
    listLine: formatScaled(draft.listLine, digits),
    buyLine: formatScaled(draft.buyLine, digits),
    sellLine: formatScaled(share.net, digits),
    ...margins,
    charge: line.facts.product.charge,
    period: term?.dated ?? null,
    get payments() {
      return paid();
    },
    bundle: bundle && {
      listLine: formatScaled(bundle.list, digits),
      buyLine: formatScaled(bundle.buy, digits),
      sellLine: formatScaled(bundle.sell, digits),
    },
    minimumUnit: minimum && showAmount(minimum, digits),
    get buySteps() {
      return explained().buySteps;
    },
    get sellSteps() {
      return explained().sellSteps;
    },
  };
}

/** PR-26: both waterfalls of a line, step by step. */
export interface Explanation {
  readonly buySteps: readonly PriceStep[];
  readonly sellSteps: readonly PriceStep[];
}

/** PR-26: both waterfalls step by step, the sell one to its end: the quote's discount, and the tax that was inside the price. */
function writeSteps(line: LineToPrice, share: LineShare): Explanation {
  const draft = priceLine(line, true);
  const { buy, sell } = draft.trails;
  const { digits } = line;
  const amount = (minor: bigint) => formatScaled(minor, digits);

  const discounted = draft.sellLine - share.discountPart;
  if (share.discount.n !== 0n) {
    sell.take(
      {
        step: 'quote-discount',
        rule: 'quote',
        basis: 'running',
        rate: share.discountText,
        amount: amount(share.discountPart),
      },
      fromMinor(discounted, digits),
    );
  }
  if (share.net !== discounted) {
    sell.take(
      { step: 'tax-extraction', rule: 'tax', basis: 'running', amount: amount(discounted - share.net) },
      fromMinor(share.net, digits),
    );
  }
  return { buySteps: buy.explain(digits), sellSteps: sell.explain(digits) };
}

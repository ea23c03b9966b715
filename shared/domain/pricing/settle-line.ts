import type { Charge } from '../catalog/product';
import type { Percent } from '../money/amount';
import type { Exact } from '../money/exact';
import { formatScaled } from '../money/format-decimal';
import { fromMinor } from '../money/minor-units';
import { decimal } from '../money/parse-decimal';
import { lessPercent } from '../money/percent';
import { marginFigures } from './margin-figures';
import type { LineDraft } from './price-line';
import type { PricedAmounts } from './priced';
import { showAmount } from './show-amount';

export interface LineSettlement {
  readonly draft: LineDraft;
  readonly charge: Charge;
  /** The quote's discount as it stands there, as it counts for this line (zero for a line outside the totals), and the line's part. */
  readonly quoteDiscount: { readonly text: Percent; readonly percent: Exact; readonly part: bigint };
  /** The line's share of its tax group's net: what is left of the price without tax. */
  readonly net: bigint;
  readonly includedTax: Percent | null;
  readonly overMaxDiscount: boolean;
  readonly digits: number;
}

/** Ends a line's sell waterfall with its shares of what concerns the whole quote, and writes the figures down. */
export function settleLine(line: LineSettlement): PricedAmounts {
  const { draft, quoteDiscount, net, includedTax, digits } = line;
  const { buy, sell } = draft;
  const discounted = draft.sellLine - quoteDiscount.part;
  const text = (minor: bigint) => formatScaled(minor, digits);

  if (quoteDiscount.percent.n !== 0n) {
    sell.take(
      {
        step: 'quote-discount',
        rule: 'quote',
        basis: 'running',
        rate: quoteDiscount.text,
        amount: text(quoteDiscount.part),
      },
      fromMinor(discounted, digits),
    );
  }
  if (net !== discounted) {
    sell.take(
      { step: 'tax-extraction', rule: 'tax', basis: 'running', amount: text(discounted - net) },
      fromMinor(net, digits),
    );
  }
  // What one unit comes to with the quote's discount and without tax: for eyes only, the line has its own share (PR-111).
  const unit = lessPercent(draft.sellUnit, quoteDiscount.percent);
  const tax = includedTax === null ? null : decimal(includedTax);
  const netUnit = tax ? { n: unit.n * tax.d * 100n, d: unit.d * (tax.d * 100n + tax.n) } : unit;

  return {
    listUnit: buy.steps[0]?.after ?? buy.shown,
    buyUnit: showAmount(draft.buyUnit, digits),
    sellUnit: showAmount(netUnit, digits),
    listLine: text(draft.listLine),
    buyLine: text(draft.buyLine),
    sellLine: text(net),
    ...marginFigures(net, draft.buyLine, digits),
    charge: line.charge,
    buySteps: buy.steps,
    sellSteps: sell.steps,
    overMaxDiscount: line.overMaxDiscount,
  };
}

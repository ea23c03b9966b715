import type { Result } from '../../lib/result';
import type { LineToPrice } from '../pricing/line-to-price';
import type { LineProblem } from '../pricing/priced';
import type { LineDraft } from '../pricing/price-line';
import type { TaxRate } from '../pricing/tax-rate';
import type { QuoteLine } from './quote';
import type { ResolvedLine } from './resolve-line';

/** A line priced on its own, and the part it takes in the quote as a whole. */
export interface DraftedLine {
  readonly resolved: ResolvedLine;
  readonly toPrice: LineToPrice;
  readonly draft: LineDraft;
  readonly rate: TaxRate;
  /** In no total (PricedLine.optional). */
  readonly outside: boolean;
  readonly committed: boolean;
}

export interface LineOutcome {
  readonly line: QuoteLine;
  readonly outside: boolean;
  readonly outcome: Result<DraftedLine, LineProblem>;
}

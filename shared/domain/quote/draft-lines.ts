import { ok, type Result } from '../../lib/result';
import { buyWaterfall } from '../pricing/buy-waterfall';
import { isInForce } from '../pricing/effective';
import type { LineToPrice } from '../pricing/line-to-price';
import type { LineProblem } from '../pricing/priced';
import { priceLine, type LineDraft } from '../pricing/price-line';
import { taxRate, type TaxRate } from '../pricing/tax-rate';
import { familyQuantities, familyQuantityFor } from './family-quantities';
import type { PriceQuoteInput } from './price-quote-input';
import { linesOf, type QuoteLine } from './quote';
import { isCommitted } from './quote-totals';
import { resolveLine } from './resolve-line';

/** A line priced on its own, and the part it takes in the quote as a whole. */
export interface DraftedLine {
  readonly toPrice: LineToPrice;
  readonly draft: LineDraft;
  readonly rate: TaxRate;
  readonly committed: boolean;
}

export interface LineOutcome {
  readonly line: QuoteLine;
  readonly outcome: Result<DraftedLine, LineProblem>;
}

/** Every line of the quote in its order, drafted or with the reason why it cannot be. `digits`: decimals of the minor unit. */
export function draftLines(input: PriceQuoteInput, digits: number): LineOutcome[] {
  const { quote, book, partner, account } = input;
  const taxIncluded = partner.taxPolicy.pricesIncludeTax;
  const resolutions = linesOf(quote).map((line) => ({ line, resolved: resolveLine(line, input) }));
  const families = familyQuantities(
    resolutions.flatMap(({ resolved }) => (resolved.ok ? resolved.value : [])),
  );
  const agreements = input.terms.agreements.filter(
    ({ partnerId, validFrom, validUntil }) =>
      partnerId === quote.partnerId && isInForce(quote.pricingDate, validFrom, validUntil),
  );
  const waterfall = buyWaterfall({ header: book.header, tier: partner.tier, agreements });
  const rates = new Map<string, TaxRate>();
  const rateOf = (category: string): TaxRate => {
    const known = rates.get(category) ?? taxRate(category, account, partner.taxPolicy);
    rates.set(category, known);
    return known;
  };

  return resolutions.map(({ line, resolved }) => {
    if (!resolved.ok) return { line, outcome: resolved };
    const { product, entry, list, quantity, discount } = resolved.value;
    const rate = rateOf(product.taxCategory);
    const toPrice: LineToPrice = {
      header: book.header,
      waterfall,
      facts: { product, quantity, familyQuantity: familyQuantityFor(resolved.value, families) },
      entry,
      list,
      quantityText: line.quantity,
      sell: line.sell,
      discountText: line.discountPercent,
      discount,
      includedTax: taxIncluded ? rate : null,
      digits,
    };
    const drafted = priceLine(toPrice, false);
    if (!drafted.ok) return { line, outcome: drafted };
    const committed = isCommitted({ optional: line.optional, charge: product.charge });
    return { line, outcome: ok({ toPrice, draft: drafted.value, rate, committed }) };
  });
}

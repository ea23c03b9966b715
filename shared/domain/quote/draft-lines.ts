import { ok, type Result } from '../../lib/result';
import type { Charge } from '../catalog/product';
import { buyWaterfall } from '../pricing/buy-waterfall';
import { conversionFor } from '../pricing/conversion';
import { listPrice } from '../pricing/list-price';
import type { LineToPrice } from '../pricing/line-to-price';
import type { ChargedTerm } from '../pricing/periods';
import type { LineProblem } from '../pricing/priced';
import { bookOrigin } from '../pricing/price-origin';
import { priceLine, type LineDraft } from '../pricing/price-line';
import type { LineFacts } from '../pricing/rules/rule';
import { taxRate, type TaxRate } from '../pricing/tax-rate';
import { UnitLedger } from '../pricing/unit-ledger';
import { familyQuantities, familyQuantityFor } from './family-quantities';
import { grantedTo } from './granted-to-quote';
import type { PriceQuoteInput } from './price-quote-input';
import { linesOf, type QuoteLine } from './quote';
import { isCommitted } from './quote-totals';
import { resolveLine, type ResolvedLine } from './resolve-line';

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
  const conversion = conversionFor(book.header, quote.currency, quote.exchangeRate);
  const resolutions = linesOf(quote).map((line) => ({
    line,
    resolved: conversion.ok ? resolveLine(line, input) : conversion,
  }));
  const families = familyQuantities(
    resolutions.flatMap(({ resolved }) => (resolved.ok ? resolved.value : [])),
  );
  const priceable = resolutions.map(({ line, resolved }) => ({
    line,
    resolved: resolved.ok
      ? ok({ ...resolved.value, facts: factsOf(resolved.value, families) })
      : resolved,
  }));
  const converting = conversion.ok ? conversion.value : null;
  const waterfall = buyWaterfall({
    header: book.header,
    tier: partner.tier,
    partnerKind: partner.kind,
    region: partner.region,
    segment: account?.segment ?? null,
    conversion: converting,
    ...grantedTo(input),
    lines: priceable.flatMap(({ resolved }) => (resolved.ok ? resolved.value.facts : [])),
    ledger: new UnitLedger(),
  });
  const rates = new Map<string, TaxRate>();
  const rateOf = (category: string): TaxRate => {
    const known = rates.get(category) ?? taxRate(category, account, partner.taxPolicy);
    rates.set(category, known);
    return known;
  };

  return priceable.map(({ line, resolved }) => {
    if (!resolved.ok) return { line, outcome: resolved };
    const { product, entry, discount, facts } = resolved.value;
    const listed = listPrice(entry, facts, converting);
    if (!listed.ok) return { line, outcome: listed };
    const rate = rateOf(product.taxCategory);
    const toPrice: LineToPrice = {
      header: book.header,
      waterfall,
      facts,
      entry,
      list: listed.value.value,
      listPrice: listed.value,
      conversion: converting,
      quantityText: line.quantity,
      sell: line.sell,
      discountText: line.discountPercent,
      discount,
      bundleDiscount: null,
      origin: bookOrigin,
      term: undatedTerm(product.charge),
      allocated: null,
      includedTax: taxIncluded ? rate : null,
      digits,
    };
    const drafted = priceLine(toPrice, false);
    if (!drafted.ok) return { line, outcome: drafted };
    const committed = isCommitted({ optional: line.optional, charge: product.charge });
    return { line, outcome: ok({ toPrice, draft: drafted.value, rate, committed }) };
  });
}

const factsOf = (resolved: ResolvedLine, families: ReturnType<typeof familyQuantities>): LineFacts => ({
  lineId: resolved.line.id,
  optional: resolved.line.optional,
  product: resolved.product,
  entry: resolved.entry,
  quantity: resolved.quantity,
  familyQuantity: familyQuantityFor(resolved, families),
});

const undatedTerm = (charge: Charge): ChargedTerm | null =>
  charge.kind === 'recurring'
    ? {
        period: charge.period,
        periods: { n: BigInt(charge.termMonths), d: charge.period === 'year' ? 12n : 1n },
        months: charge.termMonths,
        dated: null,
        billing: 'upfront',
        ramp: [],
      }
    : null;

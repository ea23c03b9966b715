import { err, ok, type Result } from '../../lib/result';
import { buyWaterfall, type BuyWaterfall } from '../pricing/buy-waterfall';
import { conversionFor } from '../pricing/conversion';
import { listPrice } from '../pricing/list-price';
import type { LineToPrice } from '../pricing/line-to-price';
import type { PriceBook } from '../pricing/price-book';
import type { LineProblem } from '../pricing/priced';
import { priceLine } from '../pricing/price-line';
import type { LineFacts } from '../pricing/rules/rule';
import { taxRate, type TaxRate } from '../pricing/tax-rate';
import { UnitLedger } from '../pricing/unit-ledger';
import { withCommonEnd } from './common-end';
import type { DraftedLine, LineOutcome } from './drafted-line';
import { familyQuantities, familyQuantityFor } from './family-quantities';
import { withBundlePrices } from './fixed-bundles';
import { grantedTo } from './granted-to-quote';
import type { PriceQuoteInput } from './price-quote-input';
import { linesOf } from './quote';
import { isCommitted } from './quote-totals';
import { withoutOverdrawn } from './reductions';
import { lineContext, resolveLine, type ResolvedLine } from './resolve-line';

/**
 * Every line of the quote in its order, drafted or with the reason why it cannot be. `digits`: decimals of the minor unit.
 * `withoutPrice`: ids of lines known to end without a price; they leave what is limited to others (PR-118).
 */
export function draftLines(
  input: PriceQuoteInput,
  digits: number,
  withoutPrice: ReadonlySet<string> = new Set(),
): LineOutcome[] {
  const { quote, book, partner, account } = input;
  const taxIncluded = partner.taxPolicy.pricesIncludeTax;
  const conversion = conversionFor(book.header, quote.currency, quote.exchangeRate);
  const converting = conversion.ok ? conversion.value : null;
  const context = lineContext(input);
  const resolutions = withoutOverdrawn(
    linesOf(quote).map((line) => ({
      line,
      resolved: conversion.ok ? resolveLine(line, context) : conversion,
    })),
  );
  const found = resolutions.flatMap(({ resolved }) => (resolved.ok ? resolved.value : []));
  const families = familyQuantities(found);
  const facts = new Map(found.map((resolved) => [resolved, factsOf(resolved, families)]));
  const rules = {
    tier: partner.tier,
    partnerKind: partner.kind,
    region: partner.region,
    segment: account?.segment ?? null,
    conversion: converting,
    ...grantedTo(input),
    // Only lines that go through the waterfall can earn what another gets free (PR-15).
    lines: found.flatMap((resolved) => (resolved.origin.kind === 'book' ? (facts.get(resolved) ?? []) : [])),
    ledger: new UnitLedger(withoutPrice),
  };
  const waterfallOf = oncePerBook(({ header }) => buyWaterfall({ header, ...rules }));
  const rates = new Map<string, TaxRate>();
  const rateOf = (category: string): TaxRate => {
    const known = rates.get(category) ?? taxRate(category, account, partner.taxPolicy);
    rates.set(category, known);
    return known;
  };

  const draft = (resolved: ResolvedLine): Result<DraftedLine, LineProblem> => {
    const { product, entry, origin } = resolved;
    const converted = origin.kind === 'contract' ? null : converting;
    const fact = facts.get(resolved) ?? factsOf(resolved, families);
    const listed = listPrice(entry, fact, converted);
    if (!listed.ok) return listed;
    const rate = rateOf(product.taxCategory);
    const toPrice: LineToPrice = {
      header: resolved.book.header,
      waterfall: waterfallOf(resolved.book),
      facts: fact,
      entry,
      list: listed.value.value,
      listPrice: listed.value,
      conversion: converted,
      quantityText: resolved.quantityText,
      sell: resolved.sell,
      discountText: resolved.discountText,
      discount: resolved.discount,
      bundleDiscount: resolved.bundleDiscount,
      origin,
      term: resolved.term,
      allocated: null,
      includedTax: taxIncluded ? rate : null,
      digits,
    };
    const { outside } = resolved;
    const committed = isCommitted({ optional: outside, charge: product.charge });
    return ok({ resolved, toPrice, draft: priceLine(toPrice, false), rate, outside, committed });
  };
  const outcomes = resolutions.map(({ line, resolved }): LineOutcome => ({
    line,
    outside: context.outside(line),
    outcome: resolved.ok ? draft(resolved.value) : err(resolved.error),
  }));
  const bundled = withBundlePrices(outcomes, input.product);
  // A part that the common end leaves without a price takes its bundle along.
  const settled = withBundlePrices(withCommonEnd(bundled, context.contract), input.product);
  const lost = settled.filter(
    ({ line, outcome }, at) => !outcome.ok && outcomes[at]?.outcome.ok && !withoutPrice.has(line.id),
  );
  // What they had taken goes to the lines after them: once more, without them.
  return lost.length === 0
    ? settled
    : draftLines(input, digits, new Set([...withoutPrice, ...lost.map(({ line }) => line.id)]));
}

/** PR-32: lines that kept a price go by the steps of their own version. */
function oncePerBook(make: (book: PriceBook) => BuyWaterfall): (book: PriceBook) => BuyWaterfall {
  const made = new Map<PriceBook, BuyWaterfall>();
  return (book) => {
    const waterfall = made.get(book) ?? make(book);
    made.set(book, waterfall);
    return waterfall;
  };
}

const factsOf = (resolved: ResolvedLine, families: ReturnType<typeof familyQuantities>): LineFacts => ({
  lineId: resolved.line.id,
  optional: resolved.outside,
  product: resolved.product,
  entry: resolved.entry,
  quantity: resolved.quantity,
  familyQuantity: familyQuantityFor(resolved, families),
});

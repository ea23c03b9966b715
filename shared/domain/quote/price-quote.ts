import { zero } from '../money/exact';
import { minorUnits } from '../money/minor-units';
import { parseDecimal } from '../money/parse-decimal';
import { conversionFor } from '../pricing/conversion';
import { lineFloors, quoteFloors } from '../pricing/floors';
import type { Breach, PricedLine, PricedQuote } from '../pricing/priced';
import { isCredit } from '../pricing/price-origin';
import { quoteDiscountParts } from '../pricing/rules/quote-discount';
import { settleLine, type LineShare } from '../pricing/settle-line';
import { taxGroups, taxOn } from '../pricing/tax-groups';
import { bundleSums } from './bundle-sums';
import { draftLines } from './draft-lines';
import type { DraftedLine } from './drafted-line';
import type { PriceQuoteInput } from './price-quote-input';
import { quoteTotals, type LineSums } from './quote-totals';
import { quoteValidity } from './quote-validity';

const noDiscount = { discountText: '0', discount: zero };

/**
 * Prices every line both ways, totals, tax and validity (PR-1 to PR-5, PR-20 to PR-26, PR-30, PR-31, PR-40). Never throws for what
 * people and books can hold: a line without a price says why and stays outside the totals. `lines` follow the quote's order.
 */
export function priceQuote(input: PriceQuoteInput): PricedQuote {
  const { quote, partner } = input;
  const { header } = input.book;
  const { rounding } = header.policy;
  const { pricesIncludeTax } = partner.taxPolicy;
  const digits = minorUnits(quote.currency);
  const quoteDiscount = parseDecimal(quote.discountPercent) ?? zero;

  const converting = conversionFor(header, quote.currency, quote.exchangeRate);
  const conversion =
    converting.ok && converting.value
      ? { from: converting.value.from, rate: converting.value.rate, date: converting.value.date }
      : null;
  const outcomes = draftLines(input, digits);
  const drafted = outcomes.flatMap(({ outcome }) => (outcome.ok ? outcome.value : []));
  const committed = drafted.filter((line) => line.committed);

  const parts = quoteDiscountParts(
    committed.map(({ draft }) => draft.sellLine),
    quoteDiscount,
    rounding.line,
  );
  const taxed = taxGroups(
    committed.map(({ draft, rate, toPrice }, index) => ({
      category: toPrice.facts.product.taxCategory,
      rate,
      amount: draft.sellLine - (parts[index] ?? 0n),
    })),
    pricesIncludeTax,
    rounding.tax,
  );
  const shares = new Map<DraftedLine, LineShare>(
    committed.map((line, index) => [
      line,
      {
        // PR-50: a credit gives back what was paid, without this quote's discount.
        ...(isCredit(line.toPrice.origin)
          ? noDiscount
          : { discountText: quote.discountPercent, discount: quoteDiscount }),
        discountPart: parts[index] ?? 0n,
        net: taxed.nets[index] ?? 0n,
      },
    ]),
  );
  /** Lines outside the totals have no share in anything; only their own tax, if it is inside, comes out. */
  const shareOf = (line: DraftedLine): LineShare => {
    const known = shares.get(line);
    if (known) return known;
    const amount = line.draft.sellLine;
    const tax = pricesIncludeTax ? taxOn(amount, line.rate.exact, true, rounding.tax) : 0n;
    return { ...noDiscount, discountPart: 0n, net: amount - tax };
  };
  const bundles = bundleSums(drafted.map((line) => ({ drafted: line, net: shareOf(line).net })));
  const floorsOf = lineFloors(input.role, header.policy);

  const sums: LineSums[] = [];
  const breaches: Breach[] = [];
  const lines = outcomes.map(({ line, outside: optional, outcome }): PricedLine => {
    const { id: lineId, sku } = line;
    if (!outcome.ok) return { lineId, sku, optional, status: 'problem', problem: outcome.error };
    const { draft, toPrice } = outcome.value;
    const share = shareOf(outcome.value);
    sums.push({
      optional,
      charge: toPrice.facts.product.charge,
      list: draft.listLine,
      buy: draft.buyLine,
      sell: share.net,
      quoteDiscount: share.discountPart,
    });
    const amounts = settleLine(toPrice, draft, share, bundles.get(lineId) ?? null);
    for (const breach of floorsOf(toPrice, draft, share)) breaches.push({ ...breach, lineId });
    return { lineId, sku, optional, status: 'priced', amounts };
  });

  const totals = quoteTotals(sums, taxed.groups, digits);
  // PR-125: what is given back says nothing about what is sold; with it in the sums, one could hide the other.
  const sold = committed.filter(({ toPrice }) => !isCredit(toPrice.origin));
  return {
    currency: quote.currency,
    source: { bookId: header.bookId, version: header.version, name: header.name, conversion },
    lines,
    totals,
    validity: quoteValidity(quote, header, drafted),
    breaches: [
      ...breaches,
      ...quoteFloors(
        header.policy,
        sumOf(sold, (line) => shareOf(line).net),
        sumOf(sold, ({ draft }) => draft.buyLine),
      ),
    ],
  };
}

const sumOf = (lines: readonly DraftedLine[], amount: (line: DraftedLine) => bigint): bigint =>
  lines.reduce((sum, line) => sum + amount(line), 0n);

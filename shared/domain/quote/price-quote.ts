import type { Product } from '../catalog/product';
import type { Account } from '../deal/account';
import { zero } from '../money/exact';
import { minorUnits } from '../money/minor-units';
import { parseDecimal } from '../money/parse-decimal';
import type { Agreement, Partner, Role } from '../partner/partner';
import { isOverMaxDiscount } from '../pricing/manual-discount';
import type { PriceBook } from '../pricing/price-book';
import type { PricedLine, PricedQuote } from '../pricing/priced';
import { quoteDiscountParts } from '../pricing/rules/quote-discount';
import { settleLine } from '../pricing/settle-line';
import { taxGroups, taxOn } from '../pricing/tax-groups';
import { draftLines, type DraftedLine } from './draft-lines';
import type { Quote } from './quote';
import { quoteTotals, type LineSums } from './quote-totals';
import { quoteValidity } from './quote-validity';

/** Everything a quote's price depends on; no clock, no I/O. */
export interface PriceQuoteInput {
  readonly quote: Quote;
  readonly book: PriceBook;
  readonly product: (sku: string) => Product | undefined;
  readonly partner: Partner;
  readonly agreements: readonly Agreement[];
  /** null while the quote has no customer: tax is then the seller's own country's. */
  readonly account: Account | null;
  readonly role: Role;
}

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

  const outcomes = draftLines(input, digits);
  const drafted = outcomes.flatMap(({ outcome }) => (outcome.ok ? outcome.value : []));
  const committed = drafted.filter((line) => line.committed);

  const parts = quoteDiscountParts(
    committed.map(({ draft }) => draft.sellLine),
    quoteDiscount,
    rounding.line,
  );
  const taxed = taxGroups(
    committed.map(({ draft, rate, resolved }, index) => ({
      category: resolved.product.taxCategory,
      rate,
      amount: draft.sellLine - (parts[index] ?? 0n),
    })),
    pricesIncludeTax,
    rounding.tax,
  );
  const shares = new Map<DraftedLine, { readonly part: bigint; readonly net: bigint }>(
    committed.map((line, index) => [line, { part: parts[index] ?? 0n, net: taxed.nets[index] ?? 0n }]),
  );
  /** Lines outside the totals have no share in anything; only their own tax, if it is inside, comes out. */
  const shareOf = (line: DraftedLine) => {
    const amount = line.draft.sellLine;
    const tax = pricesIncludeTax ? taxOn(amount, line.rate.percent, true, rounding.tax) : 0n;
    return shares.get(line) ?? { part: 0n, net: amount - tax };
  };

  const sums: LineSums[] = [];
  const lines = outcomes.map(({ line, outcome }): PricedLine => {
    const head = { lineId: line.id, sku: line.sku, optional: line.optional };
    if (!outcome.ok) return { ...head, status: 'problem', problem: outcome.error };
    const { draft, resolved, rate, committed } = outcome.value;
    const { charge } = resolved.product;
    const { part, net } = shareOf(outcome.value);
    const discount = committed ? quoteDiscount : zero;
    sums.push({
      optional: line.optional,
      charge,
      list: draft.listLine,
      buy: draft.buyLine,
      sell: net,
      quoteDiscount: part,
    });
    const amounts = settleLine({
      draft,
      charge,
      quoteDiscount: { text: quote.discountPercent, percent: discount, part },
      net,
      includedTax: pricesIncludeTax ? rate.percent : null,
      overMaxDiscount: isOverMaxDiscount(
        { sell: line.sell, list: resolved.list, discount: resolved.discount, quoteDiscount: discount },
        input.role,
        header.policy,
      ),
      digits,
    });
    return { ...head, status: 'priced', amounts };
  });

  return {
    currency: quote.currency,
    source: { bookId: header.bookId, version: header.version, name: header.name },
    lines,
    totals: quoteTotals(sums, taxed.groups, digits),
    validity: quoteValidity(quote, header, drafted),
  };
}

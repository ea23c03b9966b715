import { err, ok, type Result } from '../../lib/result';
import type { Product } from '../catalog/product';
import { compare, multiply, type Exact } from '../money/exact';
import { formatExact } from '../money/format-decimal';
import { decimal, parseDecimal } from '../money/parse-decimal';
import type { Contract } from '../pricing/contract';
import { isInForce } from '../pricing/effective';
import type { LineToPrice } from '../pricing/line-to-price';
import type { ChargedTerm } from '../pricing/periods';
import type { PriceBook, PriceEntry } from '../pricing/price-book';
import type { PriceOrigin } from '../pricing/price-origin';
import type { LineProblem } from '../pricing/priced';
import type { SellBasis } from '../pricing/sell-basis';
import { bundlePlaces, type BundlePlace } from './bundle-place';
import { contractChangeOf, contractOf } from './contract-change';
import { originOf } from './line-origin';
import { outsideTotals } from './outside-totals';
import type { PriceQuoteInput } from './price-quote-input';
import { linesOf, type QuoteLine } from './quote';
import { largestRun, resolveTerm } from './resolve-term';

/** A line with all that its price is made of. */
export interface ResolvedLine {
  readonly line: QuoteLine;
  /** In no total: optional, a part of what is, or an alternative that was not chosen. */
  readonly outside: boolean;
  /** The book it is priced from: the quote's, or an older version of it (PR-32). */
  readonly book: PriceBook;
  readonly entry: PriceEntry;
  readonly product: Product;
  readonly origin: PriceOrigin;
  readonly place: BundlePlace | null;
  readonly term: ChargedTerm | null;
  /** All that the line comes to: of a part of a bundle all that the bundles have of it, of a ramp the largest run. */
  readonly quantity: Exact;
  readonly quantityText: string;
  readonly sell: SellBasis;
  readonly discountText: string;
  readonly discount: Exact;
  readonly bundleDiscount: LineToPrice['bundleDiscount'];
}

/** What is the same for all lines of a quote. */
export interface LineContext {
  readonly input: PriceQuoteInput;
  readonly contract: Contract | undefined;
  readonly outside: (line: QuoteLine) => boolean;
  readonly placeOf: (line: QuoteLine) => Result<BundlePlace | null, LineProblem>;
}

export function lineContext(input: PriceQuoteInput): LineContext {
  const lines = linesOf(input.quote);
  return {
    input,
    contract: contractOf(input),
    outside: outsideTotals(lines),
    placeOf: bundlePlaces(lines, input.product),
  };
}

const hundred: Exact = { n: 100n, d: 1n };
const one: Exact = { n: 1n, d: 1n };

/** A figure from 0, and up to `most` if that is given. */
function figure(text: string, most?: Exact): Exact | undefined {
  const value = parseDecimal(text);
  return value && value.n >= 0n && (!most || compare(value, most) <= 0) ? value : undefined;
}

type NumberField = Extract<LineProblem, { type: 'invalid-number' }>['field'];
const invalid = (field: NumberField, text: string) => err({ type: 'invalid-number', field, text } as const);

/**
 * Looks up what a line names, or says why it cannot be priced: no such version, contract line, entry, product or bundle, not in force
 * (PR-30), no figure, no such term.
 */
export function resolveLine(line: QuoteLine, context: LineContext): Result<ResolvedLine, LineProblem> {
  const { quote, product: findProduct } = context.input;
  const book = bookOf(line, context.input);
  if (!book.ok) return book;
  const { header } = book.value;
  const change = contractChangeOf(line, context.contract);
  if (!change.ok) return change;
  const contracted =
    change.value?.action === 'reduce' ||
    (change.value?.action === 'renew' && header.policy.renewal.kind !== 'current-book')
      ? change.value
      : null;
  if (contracted && contracted.contract.currency !== quote.currency) {
    return err({ type: 'currency-mismatch', book: contracted.contract.currency, quote: quote.currency });
  }
  const entry: PriceEntry | undefined = contracted
    ? { sku: line.sku, list: contracted.contractLine.listUnit, validFrom: null, validUntil: null }
    : book.value.entry(line.sku);
  if (!entry) return err({ type: 'sku-not-in-book', sku: line.sku });
  for (const { validFrom, validUntil } of [header, entry]) {
    if (isInForce(quote.pricingDate, validFrom, validUntil)) continue;
    return validFrom !== null && quote.pricingDate < validFrom
      ? err({ type: 'price-not-yet-valid', from: validFrom })
      : err({ type: 'price-ended', until: validUntil ?? quote.pricingDate });
  }
  // PR-22: where prices are made from costs, an entry without one has none.
  const costs =
    !contracted &&
    entry.partnerPrice === undefined &&
    header.policy.distribution?.distributor.from === 'cost';
  if (costs && !figure(entry.cost ?? '')) return invalid('cost', entry.cost ?? '');
  const known = findProduct(line.sku);
  if (!known) return err({ type: 'sku-not-in-catalog', sku: line.sku });
  const product = contracted ? asContracted(known, contracted.contractLine.period) : known;
  const place = context.placeOf(line);
  if (!place.ok) return place;

  const figures = figuresOf(line, entry, context.input);
  if (!figures.ok) return figures;
  const scale = scaleOf(place.value);
  if (!scale.ok) return scale;
  const term = resolveTerm({
    term: line.term ?? null,
    charge: product.charge,
    policy: header.policy,
    contract: context.contract,
    change: change.value,
    pricingDate: quote.pricingDate,
    scale: scale.value,
  });
  if (!term.ok) return term;
  const origin = originOf({ line, product, place: place.value, contracted, policy: header.policy });
  const asTyped: Quantity = {
    quantity: multiply(figures.value.quantity, scale.value),
    quantityText:
      scale.value === one ? line.quantity : formatExact(multiply(figures.value.quantity, scale.value)),
  };
  const { quantity, quantityText } = largestRun(term.value?.ramp ?? []) ?? asTyped;
  // Nothing is taken by hand off what costs nothing, is given back, or has its price from the bundle.
  const negotiable = origin.kind === 'book' || (origin.kind === 'contract' && origin.credit === null);
  if (negotiable && line.sell.kind === 'margin' && compare(decimal(line.sell.percent), hundred) >= 0) {
    return err({ type: 'margin-impossible', percent: line.sell.percent });
  }
  return ok({
    line,
    outside: context.outside(line),
    book: book.value,
    entry,
    product,
    origin,
    place: place.value,
    term: term.value,
    quantity,
    quantityText,
    sell: negotiable ? line.sell : { kind: 'list' },
    discountText: negotiable ? line.discountPercent : '0',
    discount: negotiable ? figures.value.discount : { n: 0n, d: 1n },
    bundleDiscount: negotiable ? figures.value.bundleDiscount(place.value) : null,
  });
}

type Quantity = Pick<ResolvedLine, 'quantity' | 'quantityText'>;

/** PR-32: the quote's book, or the older version that the line kept. */
function bookOf(
  { keptVersion }: QuoteLine,
  { book, olderBook }: PriceQuoteInput,
): Result<PriceBook, LineProblem> {
  if (typeof keptVersion !== 'number' || keptVersion === book.header.version) return ok(book);
  const older = olderBook?.(keptVersion);
  if (older && older.header.currency !== book.header.currency) {
    return err({ type: 'currency-mismatch', book: older.header.currency, quote: book.header.currency });
  }
  return older && older.header.bookId === book.header.bookId && older.header.version === keptVersion
    ? ok(older)
    : err({ type: 'kept-version-missing', version: keptVersion });
}

/** A contract's price is for its own period, whatever the catalog says by now. */
const asContracted = (product: Product, period: 'month' | 'year'): Product => ({
  ...product,
  charge: {
    kind: 'recurring',
    period,
    termMonths: product.charge.kind === 'recurring' ? product.charge.termMonths : 12,
  },
});

/** PR-14: how many units each one typed on a part stands for. */
function scaleOf(place: BundlePlace | null): Result<Exact, LineProblem> {
  if (place?.option.scaling !== 'per-bundle') return ok(one);
  const { quantity, term } = place.parent;
  const texts = term && term.ramp.length > 0 ? term.ramp.map((run) => run.quantity) : [quantity];
  let most: Exact | undefined;
  for (const text of texts) {
    const value = figure(text);
    if (!value) return invalid('quantity', text);
    if (!most || compare(value, most) > 0) most = value;
  }
  return ok(most ?? one);
}

interface Figures {
  readonly quantity: Exact;
  readonly discount: Exact;
  readonly bundleDiscount: (place: BundlePlace | null) => LineToPrice['bundleDiscount'];
}

/** All figures of a line, or the first that is none. */
function figuresOf(
  line: QuoteLine,
  entry: PriceEntry,
  { quote }: PriceQuoteInput,
): Result<Figures, LineProblem> {
  if (!figure(entry.list)) return invalid('list', entry.list);
  const quantity = figure(line.quantity);
  if (!quantity) return invalid('quantity', line.quantity);
  const discount = figure(line.discountPercent, hundred);
  if (!discount) return invalid('discount', line.discountPercent);
  if (!figure(quote.discountPercent, hundred)) return invalid('quote-discount', quote.discountPercent);
  const sell =
    line.sell.kind === 'list' ? '0' : line.sell.kind === 'fixed' ? line.sell.unitPrice : line.sell.percent;
  if (!figure(sell)) return invalid('sell', sell);
  return ok({ quantity, discount, bundleDiscount: cascading });
}

/** PR-14: of a bundle that gives its discount to its parts. A figure that is none gives nothing; the bundle's own line says so. */
function cascading(place: BundlePlace | null): LineToPrice['bundleDiscount'] {
  if (!place?.bundle.discountCascades) return null;
  const text = place.parent.discountPercent;
  const exact = figure(text, hundred);
  return exact ? { text, exact } : null;
}

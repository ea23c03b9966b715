import { assertNever } from '../../lib/assert-never';
import type { Product } from '../catalog/product';
import type { Decimal } from '../money/amount';
import { compares, type Comparison } from '../money/comparison';
import { compare, divide, multiply, subtract, type Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import type { AttributeName, Condition, LineFigureName, QuoteFigureName } from '../pricing/condition';
import type { PricedAmounts, PricedQuote } from '../pricing/priced';
import { showRate } from '../pricing/show-amount';
import type { PriceQuoteInput } from '../quote/price-quote-input';
import { linesOf } from '../quote/quote';

/** What made a condition hold: its lines, none for the whole quote, and the first figure that it looked at, of the worst line. */
export interface Finding {
  readonly lineIds: readonly string[];
  readonly value: Decimal | null;
  readonly limit: Decimal | null;
}

/** A quote as conditions see it. Lines outside the totals and lines without a price are not in it (PR-128). */
export interface ConditionSubject {
  readonly input: PriceQuoteInput;
  readonly priced: PricedQuote;
  readonly lines: readonly SubjectLine[];
}

export interface SubjectLine {
  readonly lineId: string;
  readonly product: Product;
  readonly discountPercent: string;
  readonly amounts: PricedAmounts;
}

export function conditionSubject(input: PriceQuoteInput, priced: PricedQuote): ConditionSubject {
  const discounts = new Map(linesOf(input.quote).map(({ id, discountPercent }) => [id, discountPercent]));
  const lines = priced.lines.flatMap((line): SubjectLine[] => {
    const product = input.product(line.sku);
    if (line.optional || line.status === 'problem' || !product) return [];
    const { lineId, amounts } = line;
    return [{ lineId, product, amounts, discountPercent: discounts.get(lineId) ?? '0' }];
  });
  return { input, priced, lines };
}

const wholeQuote: Finding = { lineIds: [], value: null, limit: null };

/** PR-60: whether a condition holds, and what for; null when it does not. */
export function conditionHolds(condition: Condition, subject: ConditionSubject): Finding | null {
  switch (condition.kind) {
    case 'quote-figure': {
      const value = quoteFigure(condition.figure, subject);
      if (!meets(value, condition.compare, condition.value)) return null;
      return { lineIds: [], value, limit: condition.value };
    }
    case 'line-figure': {
      const { figure, families, compare: how, value: limit } = condition;
      const found = subject.lines
        .filter(({ product }) => families === null || families.includes(product.family))
        .map((line) => ({ lineId: line.lineId, value: lineFigure(figure, line) }))
        .filter(({ value }) => meets(value, how, limit));
      const [first, ...rest] = found;
      if (!first) return null;
      const worst = rest.reduce(
        (worst, line) => (isWorse(line.value, worst, how) ? line.value : worst),
        first.value,
      );
      return { lineIds: found.map(({ lineId }) => lineId), value: worst, limit };
    }
    case 'attribute':
      return condition.anyOf.includes(attribute(condition.attribute, subject) ?? '') ? wholeQuote : null;
    case 'has-family':
      return linesWhere(subject, ({ product }) => condition.anyOf.includes(product.family));
    case 'has-sku':
      return linesWhere(subject, ({ product }) => condition.anyOf.includes(product.sku));
    case 'all': {
      const found = condition.of.map((part) => conditionHolds(part, subject));
      return found.every((part) => part !== null) ? together(found) : null;
    }
    case 'any': {
      const found = condition.of.flatMap((part) => conditionHolds(part, subject) ?? []);
      return found.length > 0 ? together(found) : null;
    }
    case 'not':
      return conditionHolds(condition.of, subject) ? null : wholeQuote;
    default:
      return assertNever(condition);
  }
}

function linesWhere({ lines }: ConditionSubject, isMeant: (line: SubjectLine) => boolean): Finding | null {
  const lineIds = lines.filter(isMeant).map(({ lineId }) => lineId);
  return lineIds.length > 0 ? { ...wholeQuote, lineIds } : null;
}

/** The lines of all of them, each once and in the order found, and the first figure. */
function together(found: readonly Finding[]): Finding {
  const { value, limit } = found.find((finding) => finding.limit !== null) ?? wholeQuote;
  return { lineIds: [...new Set(found.flatMap(({ lineIds }) => lineIds))], value, limit };
}

/** PR-127: a figure that does not exist, such as the margin % of a gift, is below everything. */
function meets(value: Decimal | null, how: Comparison, limit: Decimal): boolean {
  if (value === null) return how === 'below' || how === 'at-most';
  return compares(value, how, limit);
}

/** Further beyond the limit; a figure that does not exist is furthest. */
function isWorse(value: Decimal | null, than: Decimal | null, how: Comparison): boolean {
  if (than === null) return false;
  if (value === null) return true;
  const order = compare(decimal(value), decimal(than));
  return how === 'below' || how === 'at-most' ? order < 0 : order > 0;
}

function attribute(name: AttributeName, { input }: ConditionSubject): string | null {
  const { partner, account, quote, role } = input;
  switch (name) {
    case 'tier':
      return partner.tier;
    case 'region':
      return partner.region;
    case 'country':
      return account?.country ?? null;
    case 'segment':
      return account?.segment ?? null;
    case 'currency':
      return quote.currency;
    case 'partner':
      return partner.id;
    case 'role':
      return role;
    default:
      return assertNever(name);
  }
}

function quoteFigure(name: QuoteFigureName, { input, priced }: ConditionSubject): Decimal | null {
  const { totals } = priced;
  switch (name) {
    case 'list':
    case 'buy':
    case 'sell':
    case 'margin':
      return totals[name];
    case 'margin-percent':
      return totals.marginPercent;
    case 'markup-percent':
      return totals.markupPercent;
    case 'discount-percent':
      return percentBelow(decimal(totals.sell), decimal(totals.list));
    case 'quote-discount-percent':
      return input.quote.discountPercent;
    default:
      return assertNever(name);
  }
}

function lineFigure(name: LineFigureName, { amounts, discountPercent }: SubjectLine): Decimal | null {
  switch (name) {
    case 'quantity':
      return amounts.quantity;
    case 'list':
      return amounts.listLine;
    case 'buy':
      return amounts.buyLine;
    case 'sell':
      return amounts.sellLine;
    case 'margin':
      return amounts.margin;
    case 'margin-percent':
      return amounts.marginPercent;
    case 'markup-percent':
      return amounts.markupPercent;
    case 'discount-percent':
      return percentBelow(decimal(amounts.sellLine), decimal(amounts.listLine));
    case 'line-discount-percent':
      return discountPercent;
    default:
      return assertNever(name);
  }
}

/** How many percent `sell` is below `list`, negative when above; null when list is zero. */
const percentBelow = (sell: Exact, list: Exact): Decimal | null =>
  list.n === 0n ? null : showRate(multiply(divide(subtract(list, sell), list), { n: 100n, d: 1n }));

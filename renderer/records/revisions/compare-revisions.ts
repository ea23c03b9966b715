import { sumDecimals } from '#shared/domain/money/sum-decimals';
import type { PricedLine, PricedQuote } from '#shared/domain/pricing/priced';
import { linesOf, type Quote, type QuoteLine } from '#shared/domain/quote/quote';

/** A revision with its prices, from its own version of the book; null while these are not on the device. */
export interface Revision {
  readonly quote: Quote;
  readonly priced: PricedQuote | null;
}

/** What the two sides are called on screen, such as "Revision 2" or "My version". */
export interface SideNames {
  readonly left: string;
  readonly right: string;
}

/** What a person reads of a line. Amounts are null where the line has no price. */
export interface ComparedLine {
  readonly sku: string;
  readonly description: string;
  readonly quantity: string;
  readonly discountPercent: string;
  readonly sellUnit: string | null;
  readonly sellLine: string | null;
  readonly outside: boolean;
}

export interface LineDifference {
  readonly lineId: string;
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  readonly left: ComparedLine | null;
  readonly right: ComparedLine | null;
  /** right - left of what counts in the totals. */
  readonly difference: string | null;
}

export const headerFields = [
  'title',
  'accountId',
  'contactId',
  'opportunityId',
  'currency',
  'priceBook',
  'exchangeRate',
  'pricingDate',
  'expiresOn',
  'documentLanguage',
  'discountPercent',
  'contractId',
  'dealRegistrationId',
  'specialBidId',
  'introduction',
  'terms',
  'internalNotes',
] as const;
export type HeaderField = (typeof headerFields)[number];

export interface RevisionDifference {
  readonly header: readonly HeaderField[];
  /** In the right one's order; what was removed stands where it stood. */
  readonly lines: readonly LineDifference[];
}

/** QUO-2: what is different between two revisions of a quote. */
export function compareRevisions(left: Revision, right: Revision): RevisionDifference {
  const header = headerFields.filter((field) => textOf(left.quote[field]) !== textOf(right.quote[field]));
  const [before, after] = [linesById(left), linesById(right)];
  const sameCurrency = left.quote.currency === right.quote.currency;
  const lines = mergedOrder(linesOf(left.quote), linesOf(right.quote)).map((lineId): LineDifference => {
    const [was, is] = [before.get(lineId) ?? null, after.get(lineId) ?? null];
    const kind = !was ? 'added' : !is ? 'removed' : textOf(was) === textOf(is) ? 'same' : 'changed';
    return { lineId, kind, left: was, right: is, difference: sameCurrency ? differenceOf(was, is) : null };
  });
  return { header, lines };
}

/** A field that is null is one that is not there. */
const textOf = (value: unknown): string => JSON.stringify(value ?? null);

function linesById({ quote, priced }: Revision): ReadonlyMap<string, ComparedLine> {
  const prices = new Map(priced?.lines.map((line) => [line.lineId, line]));
  return new Map(linesOf(quote).map((line) => [line.id, comparedLine(line, prices.get(line.id))]));
}

function comparedLine(line: QuoteLine, priced: PricedLine | undefined): ComparedLine {
  const amounts = priced?.status === 'priced' ? priced.amounts : null;
  return {
    sku: line.sku,
    description: line.description,
    quantity: amounts?.quantity ?? line.quantity,
    discountPercent: line.discountPercent,
    sellUnit: amounts?.sellUnit ?? null,
    sellLine: amounts?.sellLine ?? null,
    outside: priced?.optional ?? line.optional,
  };
}

const counted = (line: ComparedLine | null): string | null =>
  line === null || line.outside ? '0' : line.sellLine;

function differenceOf(left: ComparedLine | null, right: ComparedLine | null): string | null {
  const [was, is] = [counted(left), counted(right)];
  if (was === null || is === null) return null;
  return difference(was, is);
}

/** `right - left`, exactly. */
export const difference = (left: string, right: string): string => sumDecimals([right, negated(left)]);

const negated = (amount: string): string =>
  amount.startsWith('-') ? amount.slice(1) : /[1-9]/.test(amount) ? `-${amount}` : amount;

function mergedOrder(left: readonly QuoteLine[], right: readonly QuoteLine[]): readonly string[] {
  const present = new Set(right.map(({ id }) => id));
  const after = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const { id } of left) {
    if (present.has(id)) anchor = id;
    else after.set(anchor, [...(after.get(anchor) ?? []), id]);
  }
  return [...(after.get(null) ?? []), ...right.flatMap(({ id }) => [id, ...(after.get(id) ?? [])])];
}

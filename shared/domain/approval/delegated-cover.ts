import type { Product } from '../catalog/product';
import type { Decimal } from '../money/amount';
import { add, compare, divide, multiply, subtract, zero, type Exact } from '../money/exact';
import { formatScaled } from '../money/format-decimal';
import { fromMinor, minorUnits, toMinor } from '../money/minor-units';
import { decimal } from '../money/parse-decimal';
import { isInForce } from '../pricing/effective';
import type { Breach, PricedLine, PricedQuote } from '../pricing/priced';
import type { PriceQuoteInput } from '../quote/price-quote-input';
import type { ApprovalReason } from './approval-reason';
import type { DelegatedAuthority } from './delegated-authority';
import { verifyAuthority } from './verify-authority';

/** What a quote takes from one authority: money in the quote's currency. */
export interface AuthorityUse {
  readonly authorityId: string;
  readonly amount: Decimal;
}

export interface DelegatedCover {
  /** Empty when something stays uncovered: a quote takes from an authority only when that lets it out. */
  readonly uses: readonly AuthorityUse[];
  readonly uncovered: readonly ApprovalReason[];
}

const hundred: Exact = { n: 100n, d: 1n };

/**
 * PR-62, PR-171, PR-172: which reasons the person's delegated authorities cover, and what each pays. Only manual discounts can be covered, and
 * only line by line: an authority in force on `day` for the line's family (or all), in the quote's currency, whose extra points reach the
 * discount and whose remaining budget holds what is given beyond the role's limit. Lines are served in their order.
 */
export function delegatedCover(
  reasons: readonly ApprovalReason[],
  input: PriceQuoteInput,
  priced: PricedQuote,
  authorities: readonly DelegatedAuthority[],
  personId: string,
  day: string,
): DelegatedCover {
  const usable = authorities
    .filter((authority) => isUsable(authority, input, priced, personId, day))
    .sort(inOrderOfUse);
  const left = new Map(usable.map((authority) => [authority.id, remaining(authority, input.quote.id)]));
  const taken = new Map<string, Exact>();
  const covered = new Set<string>();
  const lines = new Map(priced.lines.map((line) => [line.lineId, line]));
  const digits = minorUnits(priced.currency);
  const meant = new Set(reasons.flatMap(({ kind, lineIds }) => (kind === 'manual-discount' ? lineIds : [])));
  for (const breach of priced.breaches) {
    const { lineId } = breach;
    if (breach.floor !== 'manual-discount' || lineId === null || !meant.has(lineId)) continue;
    const line = lines.get(lineId);
    const product = line && input.product(line.sku);
    const amount = product && beyondLimit(breach, line, product, digits);
    if (!amount) continue;
    const found = usable.find(
      ({ id, token }) =>
        (token.family === null || token.family === product.family) &&
        reaches(token.maxExtraDiscount, breach) &&
        compare(left.get(id) ?? zero, amount) >= 0,
    );
    if (!found) continue;
    left.set(found.id, subtract(left.get(found.id) ?? zero, amount));
    taken.set(found.id, add(taken.get(found.id) ?? zero, amount));
    covered.add(lineId);
  }
  const uncovered = reasons.filter(
    ({ kind, lineIds }) =>
      kind !== 'manual-discount' || lineIds.length === 0 || !lineIds.every((id) => covered.has(id)),
  );
  if (uncovered.length > 0) return { uses: [], uncovered };
  const uses = usable.flatMap(({ id: authorityId }) => {
    const amount = taken.get(authorityId);
    return amount ? [{ authorityId, amount: formatScaled(toMinor(amount, digits, 'up'), digits) }] : [];
  });
  return { uses, uncovered };
}

function isUsable(
  authority: DelegatedAuthority,
  { partner }: PriceQuoteInput,
  { currency }: PricedQuote,
  personId: string,
  day: string,
): boolean {
  const { token } = authority;
  return (
    token.personId === personId &&
    token.partnerId === partner.id &&
    token.budget.currency === currency &&
    isInForce(day, token.validFrom, token.validUntil) &&
    verifyAuthority(authority, partner.signingKeys ?? [])
  );
}

/** The narrowest first, then the one that ends first, so that what is good for more stays; then by id. */
function inOrderOfUse({ token: a }: DelegatedAuthority, { token: b }: DelegatedAuthority): number {
  if ((a.family === null) !== (b.family === null)) return a.family === null ? 1 : -1;
  if (a.validUntil !== b.validUntil) return a.validUntil < b.validUntil ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** PR-173: what other quotes left of the budget; what this one took before is its own to take again. */
const remaining = ({ token, uses }: DelegatedAuthority, quoteId: string): Exact =>
  uses
    .filter((use) => use.quoteId !== quoteId)
    .reduce((rest, use) => subtract(rest, decimal(use.amount)), decimal(token.budget.amount));

const reaches = (maxExtraDiscount: string, { value, limit }: Breach): boolean =>
  value !== null && compare(decimal(value), add(decimal(limit), decimal(maxExtraDiscount))) <= 0;

/**
 * PR-171: the money a line gives beyond the role's limit: sell x (value - limit) / (100 - value), rounded up to the minor unit, where `value`
 * is the line's whole manual discount and `sell` what is left after it. A line given away is measured by its list amount. The amounts of a
 * bundle with a fixed price stand on its parts, so it is measured by what all come to. undefined: it has no price, or is a credit.
 */
function beyondLimit(
  { value, limit }: Breach,
  line: PricedLine,
  { bundle }: Product,
  digits: number,
): Exact | undefined {
  if (line.status !== 'priced' || value === null) return undefined;
  const given = decimal(value);
  const beyond = subtract(given, decimal(limit));
  const kept = subtract(hundred, given);
  const { sellLine, listLine } = (bundle?.pricing === 'fixed' && line.amounts.bundle) || line.amounts;
  const amount =
    kept.n === 0n
      ? divide(multiply(decimal(listLine), beyond), hundred)
      : divide(multiply(decimal(sellLine), beyond), kept);
  return amount.n < 0n ? undefined : fromMinor(toMinor(amount, digits, 'up'), digits);
}

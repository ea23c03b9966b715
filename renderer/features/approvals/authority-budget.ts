import type { DelegatedAuthority } from '#shared/domain/approval/delegated-authority';
import { sumDecimals } from '#shared/domain/money/sum-decimals';

/** PR-62: what of an authority's budget is spent, by all quotes, and what is left; never below zero. */
export function budgetOf({ token, uses }: DelegatedAuthority): {
  readonly spent: string;
  readonly left: string;
} {
  const spent = sumDecimals(uses.map(({ amount }) => amount));
  const left = sumDecimals([token.budget.amount, `-${spent}`]);
  return { spent, left: left.startsWith('-') ? '0' : left };
}

/** PR-30, PR-62: whether the authority is good on a day; not on the day that ends it. */
export function usableOn({ token }: DelegatedAuthority, day: string): 'early' | 'now' | 'ended' {
  if (day < token.validFrom) return 'early';
  return day < token.validUntil ? 'now' : 'ended';
}

/** PR-173: what is left for a quote: what it took before is its own to take again. */
export const leftFor = (authority: DelegatedAuthority, { id }: { readonly id: string }): string =>
  budgetOf({ ...authority, uses: authority.uses.filter(({ quoteId }) => quoteId !== id) }).left;

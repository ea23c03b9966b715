import type { Account } from '#shared/domain/deal/account';
import { compareCustomers, readCustomer, type Reason } from '#shared/domain/deal/same-customer/same-customer';
import type { Lead } from '#shared/domain/lead/lead';

export interface SameAccount {
  readonly account: Account;
  /** 0 to 1. */
  readonly score: number;
  /** What speaks for it, what weighs most first. */
  readonly reasons: readonly Reason[];
}

const most = 5;

/** Customers who are, as far as can be told, the lead's company already, likeliest first. */
export function sameAccounts(company: Lead['company'], accounts: readonly Account[]): readonly SameAccount[] {
  const sought = readCustomer(company);
  return accounts
    .map((account) => ({ account, ...compareCustomers(sought, readCustomer(account)) }))
    .filter(({ same }) => same)
    .sort((a, b) => b.score - a.score || a.account.name.localeCompare(b.account.name))
    .slice(0, most)
    .map(({ account, score, reasons }) => ({
      account,
      score,
      reasons: reasons.filter(({ speaks }) => speaks === 'for'),
    }));
}

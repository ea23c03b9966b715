import type { Account } from '#shared/domain/deal/account';
import { matchesText } from '#shared/lib/match-text';
import type { Segment } from './account-form';

export interface AccountFilter {
  readonly text: string;
  /** null: all. */
  readonly country: string | null;
  readonly segment: Segment | null;
}

export const noAccountFilter: AccountFilter = { text: '', country: null, segment: null };

export const filterAccounts = (accounts: readonly Account[], filter: AccountFilter): readonly Account[] =>
  accounts.filter(
    (account) =>
      (filter.country === null || account.country === filter.country) &&
      (filter.segment === null || account.segment === filter.segment) &&
      matchesText(filter.text, [account.name, account.city, account.taxId, account.website]),
  );

/** The countries customers are in, for the filter; a filter naming another country keeps it as a choice. */
export const countriesOf = (accounts: readonly Account[], chosen: string | null): readonly string[] => [
  ...new Set([...accounts.map(({ country }) => country), ...(chosen === null ? [] : [chosen])]),
];

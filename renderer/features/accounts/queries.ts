import { useMemo } from 'react';
import type { Account, Contact } from '#shared/domain/deal/account';
import { isOpenStage, type Opportunity } from '#shared/domain/deal/opportunity';
import { totalsByCurrency, type CurrencyTotal } from '#shared/domain/deal/totals-by-currency';
import type { Order } from '#shared/domain/order/order';
import type { Quote } from '#shared/domain/quote/quote';
import { useRecord, useRecords } from '../../client/hooks';

export interface AccountRow {
  readonly account: Account;
  /** Of the deals still open, currency by currency. */
  readonly open: readonly CurrencyTotal[];
}

/** Every account with what is open for it, live. undefined: loading. */
export function useAccountRows(): readonly AccountRow[] | undefined {
  const accounts = useRecords('account');
  const opportunities = useRecords('opportunity');
  return useMemo(() => {
    if (!accounts || !opportunities) return undefined;
    const openOf = new Map<string, Opportunity[]>();
    for (const opportunity of opportunities) {
      if (!isOpenStage(opportunity.stage)) continue;
      const known = openOf.get(opportunity.accountId);
      if (known) known.push(opportunity);
      else openOf.set(opportunity.accountId, [opportunity]);
    }
    return accounts.map((account) => ({ account, open: totalsByCurrency(openOf.get(account.id) ?? []) }));
  }, [accounts, opportunities]);
}

export interface AccountFile {
  readonly account: Account;
  readonly contacts: readonly Contact[];
  readonly opportunities: readonly Opportunity[];
  readonly quotes: readonly Quote[];
  readonly orders: readonly Order[];
}

/** Everything about one customer, live; newest first, contacts by name. undefined: loading; null: not on this device. */
export function useAccountFile(id: string): AccountFile | null | undefined {
  const account = useRecord('account', id);
  const contacts = useRecords('contact');
  const opportunities = useRecords('opportunity');
  const quotes = useRecords('quote');
  const orders = useRecords('order');
  return useMemo(() => {
    if (account === null) return null;
    if (!account || !contacts || !opportunities || !quotes || !orders) return undefined;
    const ours = <T extends { readonly accountId: string | null }>(records: readonly T[]): T[] =>
      records.filter(({ accountId }) => accountId === id);
    return {
      account,
      contacts: ours(contacts).toSorted((a, b) => a.name.localeCompare(b.name)),
      opportunities: ours(opportunities).toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
      quotes: ours(quotes).toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
      orders: ours(orders).toSorted((a, b) => b.placedAt.localeCompare(a.placedAt)),
    };
  }, [id, account, contacts, opportunities, quotes, orders]);
}

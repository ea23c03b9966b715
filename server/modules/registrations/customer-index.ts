import { sql } from 'kysely';
import type { Account } from '#shared/domain/deal/account';
import { customerKeys, customerKeysVersion } from '#shared/domain/deal/same-customer/customer-keys';
import { readCustomer } from '#shared/domain/deal/same-customer/same-customer';
import type { Queries } from '../../db/database';
import type { CustomerKeyTable } from '../../db/schema';

type Key = Pick<CustomerKeyTable, 'kind' | 'key'>;

/** By what a customer is found; each key once. */
export function keysOf(account: Account): Key[] {
  const { near, names, taxIds, domains } = customerKeys(readCustomer(account));
  const of = (kind: Key['kind'], keys: readonly string[]): Key[] =>
    keys.map((key) => ({ kind, key: key.slice(0, 400) }));
  return [...of('near', near), ...of('name', names), ...of('tax-id', taxIds), ...of('domain', domains)];
}

interface StoredAccount {
  readonly account: Account;
  readonly version: number;
}

/** Keeps a customer's keys as the account is now. */
export async function keepKeys(queries: Queries, { account, version }: StoredAccount): Promise<void> {
  await queries
    .insertInto('registered_customer')
    .values({ account_id: account.id, partner_id: account.partnerId, account_version: version })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ account_version: version }))
    .execute();
  const keys = keysOf(account);
  await queries
    .deleteFrom('customer_key')
    .where('account_id', '=', account.id)
    .where((where) => where.not(where.or(keys.map(({ kind, key }) => where.and({ kind, key })))))
    .execute();
  await queries
    .insertInto('customer_key')
    .values(keys.map((key) => ({ ...key, account_id: account.id, stretched: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Makes all keys outdated that were made in another way than today's. */
export async function forgetOlderKeys(queries: Queries): Promise<void> {
  const value = String(customerKeysVersion);
  const { rows } = await sql<{ key: string }>`
    insert into setting (key, value) values ('customer-keys-version', ${value})
    on conflict (key) do update set value = excluded.value where setting.value <> excluded.value
    returning key`.execute(queries);
  if (rows.length > 0) await queries.updateTable('registered_customer').set({ account_version: 0 }).execute();
}

/** Accounts with registrations whose keys are missing or of an older version; at most `limit`. */
export async function outdatedCustomers(queries: Queries, limit: number): Promise<StoredAccount[]> {
  const { rows } = await sql<{ body: Account; version: number }>`
    select account.body, account.version from record as account
    left join registered_customer on registered_customer.account_id = account.id
    where account.type = 'account' and not account.deleted
      and (registered_customer.account_version is null or registered_customer.account_version <> account.version)
      and (registered_customer.account_id is not null or account.id in (
        select body ->> 'accountId' from record where type = 'registrationRequest' and not deleted))
    limit ${limit}`.execute(queries);
  return rows.map(({ body, version }) => ({ account: body, version }));
}

/** As many as share a key and are worth comparing: those that share the most. */
const compared = 400;

/** Accounts, of any partner, that have a key in common with this one; those with the most first. */
export async function likelyAccounts(queries: Queries, account: Account): Promise<Account[]> {
  const keys = keysOf(account);
  const { rows } = await sql<{ body: Account }>`
    select account.body from (
      select customer_key.account_id, count(*) as shared, bool_or(kind <> 'near') as whole from customer_key
      join unnest(${sql.val(keys.map(({ kind }) => kind))}::text[], ${sql.val(keys.map(({ key }) => key))}::text[])
        as wanted (kind, key) using (kind, key)
      where customer_key.account_id <> ${account.id}
      group by customer_key.account_id
      order by whole desc, shared desc, customer_key.account_id
      limit ${compared}
    ) as likely
    join record as account on account.type = 'account' and account.id = likely.account_id and not account.deleted
    order by likely.whole desc, likely.shared desc`.execute(queries);
  return rows.map(({ body }) => body);
}

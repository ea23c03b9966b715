import { sql } from 'kysely';
import type { Account } from '#shared/domain/deal/account';
import { customerKeys, customerKeysVersion } from '#shared/domain/deal/same-customer/customer-keys';
import { readCustomer, type ReadCustomer } from '#shared/domain/deal/same-customer/same-customer';
import type { Queries } from '../../db/database';
import type { CustomerKeyTable } from '../../db/schema';

type Key = Pick<CustomerKeyTable, 'kind' | 'key'>;

/** The customer as it is compared, with nothing else that the account says. */
export const readingOf = ({ name, taxId, country, city, website }: Account): ReadCustomer =>
  readCustomer({ name, taxId, country, city, website });

/** By what a customer is found; each key once. */
export function keysOf(customer: ReadCustomer): Key[] {
  const { near, names, taxIds, domains } = customerKeys(customer);
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
  const customer = readingOf(account);
  const read = { account_version: version, reading: JSON.stringify(customer) };
  await queries
    .insertInto('registered_customer')
    .values({ account_id: account.id, partner_id: account.partnerId, ...read })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(read))
    .execute();
  const keys = keysOf(customer);
  await queries
    .deleteFrom('customer_key')
    .where('account_id', '=', account.id)
    .where((where) => where.not(where.or(keys.map(({ kind, key }) => where.and({ kind, key })))))
    .execute();
  if (keys.length === 0) return;
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
  if (rows.length === 0) return;
  await queries.updateTable('registered_customer').set({ account_version: 0, reading: null }).execute();
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

export interface LikelyCustomer {
  readonly id: string;
  readonly reading: ReadCustomer;
}

/**
 * Customers of any partner that have a key in common with this one. All of them: of a common word there are thousands, and the one that is the
 * same may share fewer keys than they do.
 */
export async function likelyCustomers(
  queries: Queries,
  accountId: string,
  customer: ReadCustomer,
): Promise<LikelyCustomer[]> {
  const keys = keysOf(customer);
  const { rows } = await sql<{ id: string; reading: ReadCustomer | null; account: Account }>`
    select account.id, case when customer.account_version = account.version then customer.reading end as reading,
      case when customer.account_version = account.version and customer.reading is not null then null else account.body
        end as account
    from (
      select distinct customer_key.account_id from customer_key
      join unnest(${sql.val(keys.map(({ kind }) => kind))}::text[], ${sql.val(keys.map(({ key }) => key))}::text[])
        as wanted (kind, key) using (kind, key)
      where customer_key.account_id <> ${accountId}
    ) as likely
    join registered_customer as customer on customer.account_id = likely.account_id
    join record as account on account.type = 'account' and account.id = likely.account_id and not account.deleted`.execute(
    queries,
  );
  return rows.map(({ id, reading, account }) => ({ id, reading: reading ?? readingOf(account) }));
}

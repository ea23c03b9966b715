import { sql } from 'kysely';
import type { Account } from '#shared/domain/deal/account';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { overlappingFamilies } from '#shared/domain/deal/same-customer/overlapping-families';
import {
  compareCustomers,
  readCustomer,
  type Likeness,
} from '#shared/domain/deal/same-customer/same-customer';
import type { Queries } from '../../db/database';
import { likelyAccounts } from './customer-index';

export interface Duplicate extends Likeness {
  readonly request: RegistrationRequest;
  readonly account: Account;
  readonly partnerName: string;
  readonly ownerName: string;
  /** Day on which its protection ends; null: it has none. */
  readonly validUntil: string | null;
  /** Families that both are about; null: none in common. */
  readonly families: readonly string[] | null;
}

/** From here on the vendor is shown it, though it may be another customer. */
const shownFrom = 0.7;

/**
 * OPP-4: other requests, of any partner, whose customer is the same or looks like it. The first received comes first, whatever was captured
 * first.
 */
export async function findDuplicates(
  queries: Queries,
  request: Pick<RegistrationRequest, 'id' | 'families'>,
  account: Account,
): Promise<Duplicate[]> {
  const mine = readCustomer(account);
  const alike = (await likelyAccounts(queries, account))
    .map(
      (other) =>
        [other.id, { account: other, likeness: compareCustomers(mine, readCustomer(other)) }] as const,
    )
    .filter(([, { likeness }]) => likeness.score >= shownFrom);
  const byAccount = new Map([
    [account.id, { account, likeness: compareCustomers(mine, mine) }] as const,
    ...alike,
  ]);
  const rows = await requestsOf(queries, [...byAccount.keys()], request.id);
  return rows
    .flatMap((row) => {
      const found = byAccount.get(row.body.accountId);
      if (!found) return [];
      return {
        ...found.likeness,
        account: found.account,
        request: row.body,
        partnerName: row.partner_name,
        ownerName: row.owner_name ?? '',
        validUntil: row.valid_until,
        families: overlappingFamilies(request.families, row.body.families),
      };
    })
    .toSorted(byReceipt);
}

/** Those not received yet come last: there are none on a server, but for copies from elsewhere. */
const byReceipt = (a: Duplicate, b: Duplicate): number => {
  const at = ({ request: { receivedAt, id } }: Duplicate): string => `${receivedAt ?? '9'} ${id}`;
  return at(a) < at(b) ? -1 : 1;
};

interface Row {
  readonly body: RegistrationRequest;
  readonly partner_name: string;
  readonly owner_name: string | null;
  readonly valid_until: string | null;
}

async function requestsOf(queries: Queries, accountIds: readonly string[], but: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select request.body, tenant.name as partner_name, owner.name as owner_name,
      registration.body ->> 'validUntil' as valid_until
    from record as request
    join tenant on tenant.partner_id = request.partner_id
    left join user_account as owner on owner.user_id = request.body ->> 'ownerId'
    left join record as registration on registration.type = 'dealRegistration'
      and registration.id = request.body ->> 'registrationId' and not registration.deleted
    where request.type = 'registrationRequest' and not request.deleted and request.id <> ${but}
      and request.body ->> 'accountId' = any(${sql.val(accountIds)}::text[])
    limit 200`.execute(queries);
  return rows;
}

/** Whether it still asks for the deal or has it: not refused, given up, ended or run out on `day`. */
export const isLive = (
  { state, ended }: Pick<RegistrationRequest, 'state' | 'ended'>,
  validUntil: string | null,
  day: string,
): boolean =>
  state === 'submitted' || (state === 'granted' && !ended && validUntil !== null && validUntil > day);

/** Those that are in the way: the same customer, something in common, and live. */
export const inTheWay = (duplicates: readonly Duplicate[], day: string): Duplicate[] =>
  duplicates.filter(
    ({ same, families, request, validUntil }) =>
      same && families !== null && isLive(request, validUntil, day),
  );

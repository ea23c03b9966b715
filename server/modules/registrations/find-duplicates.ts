import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Account } from '#shared/domain/deal/account';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { overlappingFamilies } from '#shared/domain/deal/same-customer/overlapping-families';
import { compareCustomers, type Likeness } from '#shared/domain/deal/same-customer/same-customer';
import type { Queries } from '../../db/database';
import { likelyCustomers, readingOf } from './customer-index';

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

/** As many as a person looks through. */
const listed = 200;
/** As many as are compared before others have their turn: a few milliseconds. */
const atOnce = 50;

/**
 * OPP-4: other requests, of any partner, whose customer is the same or looks like it: the `listed` that say most, the same customer's live ones
 * on `day` before all. The first received comes first, whatever was captured first.
 */
export async function findDuplicates(
  queries: Queries,
  request: Pick<RegistrationRequest, 'id' | 'families'>,
  account: Account,
  day: string,
): Promise<Duplicate[]> {
  const alike = await customersAlike(queries, account);
  const rows = await requestsOf(queries, alike, request.id, day);
  return rows
    .flatMap((row) => {
      const likeness = alike.get(row.body.accountId);
      // This customer as it is in this push, which may not be stored yet.
      const of = row.body.accountId === account.id ? account : row.account;
      if (!likeness || !of) return [];
      return {
        ...likeness,
        account: of,
        request: row.body,
        partnerName: row.partner_name,
        ownerName: row.owner_name ?? '',
        validUntil: row.valid_until,
        families: overlappingFamilies(request.families, row.body.families),
      };
    })
    .toSorted(byReceipt);
}

/** By their accounts' ids, this one's own among them. */
async function customersAlike(queries: Queries, account: Account): Promise<ReadonlyMap<string, Likeness>> {
  const mine = readingOf(account);
  const alike = new Map([[account.id, compareCustomers(mine, mine)]]);
  const likely = await likelyCustomers(queries, account.id, mine);
  for (const [at, other] of likely.entries()) {
    if (at % atOnce === atOnce - 1) await nextTurn();
    const likeness = compareCustomers(mine, other.reading);
    if (likeness.score >= shownFrom) alike.set(other.id, likeness);
  }
  return alike;
}

/** Those not received yet come last: there are none on a server, but for copies from elsewhere. */
const byReceipt = (a: Duplicate, b: Duplicate): number => {
  const at = ({ request: { receivedAt, id } }: Duplicate): string => `${receivedAt ?? '9'} ${id}`;
  return at(a) < at(b) ? -1 : 1;
};

interface Row {
  readonly body: RegistrationRequest;
  readonly account: Account | null;
  readonly partner_name: string;
  readonly owner_name: string | null;
  readonly valid_until: string | null;
}

async function requestsOf(
  queries: Queries,
  alike: ReadonlyMap<string, Likeness>,
  but: string,
  day: string,
): Promise<Row[]> {
  const likenesses = [...alike.values()];
  const { rows } = await sql<Row>`
    select request.body, account.body as account, tenant.name as partner_name, owner.name as owner_name,
      registration.body ->> 'validUntil' as valid_until
    from unnest(${sql.val([...alike.keys()])}::text[], ${sql.val(likenesses.map(({ same }) => same))}::boolean[],
      ${sql.val(likenesses.map(({ score }) => score))}::float8[]) as alike (account_id, same, score)
    join record as request on request.type = 'registrationRequest' and not request.deleted
      and request.body ->> 'accountId' = alike.account_id
    join tenant on tenant.partner_id = request.partner_id
    left join record as account on account.type = 'account' and account.id = alike.account_id and not account.deleted
    left join user_account as owner on owner.user_id = request.body ->> 'ownerId'
    left join record as registration on registration.type = 'dealRegistration'
      and registration.id = request.body ->> 'registrationId' and not registration.deleted
    where request.id <> ${but}
    order by alike.same desc,
      request.body ->> 'state' = 'submitted' or request.body ->> 'state' = 'granted'
        and request.body ->> 'ended' is null and coalesce(registration.body ->> 'validUntil' > ${day}, false) desc,
      alike.score desc, request.body ->> 'receivedAt', request.id
    limit ${listed}`.execute(queries);
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

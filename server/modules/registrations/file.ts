import type { Account } from '#shared/domain/deal/account';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { DealRegistration } from '#shared/domain/pricing/granted-terms';
import { dayInZone } from '#shared/lib/clock';
import type {
  SameCustomer,
  VendorRegistration,
  VendorRegistrationFile,
} from '#shared/protocol/vendor-registration';
import type { Queries } from '../../db/database';
import { otherSideOf } from './conflict';
import { keepKeys } from './customer-index';
import { findDuplicates, isLive, type Duplicate } from './find-duplicates';
import { findRegistration, namesOfPeople, recordWithVersion } from './repository';

export interface ListedRow {
  readonly partnerId: string;
  readonly body: unknown;
  readonly account: unknown;
  readonly partnerName: string;
  readonly ownerName: string;
}

export const asListed = ({ body, account, partnerName, ownerName }: ListedRow): VendorRegistration => ({
  request: body as RegistrationRequest,
  partnerName,
  ownerName,
  account: account as Account | null,
});

/** Everything a decision is made on; undefined: there is no such request. */
export async function registrationFile(
  queries: Queries,
  id: string,
  now: Date,
): Promise<VendorRegistrationFile | undefined> {
  const row = await findRegistration(queries, id);
  if (!row) return undefined;
  const listed = asListed(row);
  const { request, account } = listed;
  const people = await namesOfPeople(queries, row.partnerId);
  const registration = await registrationOf(queries, request);
  const today = await todayOf(queries, row.partnerId, now);
  return {
    ...listed,
    personNames: Object.fromEntries(people.map(({ user_id: userId, name }) => [userId, name])),
    sameCustomer: account ? await sameCustomers(queries, request, account, now) : [],
    registration,
    isProtected: isProtected(request, registration, today),
    conflictWith: request.conflict ? await conflictWith(queries, id, now) : null,
  };
}

const isProtected = (
  request: RegistrationRequest,
  registration: DealRegistration | null,
  today: string,
): boolean => request.state === 'granted' && isLive(request, registration?.validUntil ?? null, today);

const registrationOf = async (
  queries: Queries,
  { registrationId }: RegistrationRequest,
): Promise<DealRegistration | null> => {
  if (registrationId === null) return null;
  const found = await recordWithVersion(queries, 'dealRegistration', registrationId);
  return (found?.body as DealRegistration | undefined) ?? null;
};

async function todayOf(queries: Queries, partnerId: string, now: Date): Promise<string> {
  const partner = await recordWithVersion(queries, 'partner', partnerId);
  return dayInZone(now, (partner?.body as { readonly timeZone?: string } | undefined)?.timeZone ?? 'UTC');
}

async function sameCustomers(
  queries: Queries,
  request: RegistrationRequest,
  account: Account,
  now: Date,
): Promise<SameCustomer[]> {
  const stored = await recordWithVersion(queries, 'account', account.id);
  // A vendor looks at what the customer is called now.
  if (stored) await keepKeys(queries, { account, version: stored.version });
  const today = await todayOf(queries, request.partnerId, now);
  const found = await findDuplicates(queries, request, account, today);
  return found.map((duplicate) => asSameCustomer(duplicate, request.partnerId, today));
}

function asSameCustomer(duplicate: Duplicate, partnerId: string, today: string): SameCustomer {
  const { request, account, partnerName, ownerName, validUntil, families, same, score, reasons } = duplicate;
  const { id, state, ended, amount, currency, description, capturedAt, receivedAt } = request;
  const { name, taxId, country, city, website } = account;
  return {
    requestId: id,
    partnerName,
    ownerName,
    accountName: name,
    account: { name, taxId, country, city, website },
    state,
    ended: ended ?? null,
    amount,
    currency,
    description,
    capturedAt,
    receivedAt,
    same,
    score,
    reasons: [...reasons],
    families: families && [...families],
    isLive: isLive(request, validUntil, today),
    validUntil,
    isOwn: request.partnerId === partnerId,
  };
}

async function conflictWith(
  queries: Queries,
  requestId: string,
  now: Date,
): Promise<VendorRegistrationFile['conflictWith']> {
  const other = await otherSideOf(queries, requestId);
  const row = other && (await findRegistration(queries, other.requestId));
  if (!row) return null;
  const { request, account, partnerName } = asListed(row);
  const { id, capturedAt, receivedAt, state, conflict } = request;
  const registration = await registrationOf(queries, request);
  const today = await todayOf(queries, row.partnerId, now);
  return {
    requestId: id,
    partnerName,
    accountName: account?.name ?? '',
    capturedAt,
    receivedAt,
    state,
    statement: conflict?.statement?.text ?? null,
    isProtected: isProtected(request, registration, today),
  };
}

import type { Account } from '#shared/domain/deal/account';
import type { RegistrationRequest, RegistrationState } from '#shared/domain/deal/registration-request';
import type { DealRegistration } from '#shared/domain/pricing/granted-terms';
import { dayInZone } from '#shared/lib/clock';
import { newId } from '#shared/lib/ids';
import { err, ok, type Result } from '#shared/lib/result';
import type { RecordWrite } from '#shared/mutations/mutation';
import type { Session } from '#shared/protocol/session';
import type {
  RegistrationDecision,
  VendorRegistration,
  VendorRegistrationFile,
} from '#shared/protocol/vendor-registration';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { nextNumber } from '../sync/authority/next-number';
import { partnerOf } from '../vendor-desk/named-records';
import { changeAsVendor, type PartnerDesk } from '../vendor-desk/partner-desk';
import {
  endedRegistrations,
  findRegistration,
  namesOfPeople,
  requestsForSameCustomer,
  waitingRegistrations,
} from './repository';

export type RegistrationService = ReturnType<typeof registrationService>;
export type DecisionError =
  | { readonly type: 'not-found' }
  | { readonly type: 'already-decided'; readonly state: RegistrationState }
  /** The partner corrected it after it was read for this decision. */
  | { readonly type: 'changed' }
  /** What cannot be granted: `path` says which part. */
  | { readonly type: 'bad-terms'; readonly path: string; readonly message: string };

/** The vendor's side of deal registrations (OPP-4): what partners ask to have protected, and what is granted. */
export function registrationService(database: Database, books: PriceBookSource, clock: Clock) {
  const find = async (id: string): Promise<VendorRegistrationFile | undefined> => {
    const row = await findRegistration(database, id);
    return row && { ...asListed(row), ...(await factsOf(database, row)) };
  };
  return {
    list: async (): Promise<{ registrations: VendorRegistration[] }> => {
      const rows = [...(await waitingRegistrations(database)), ...(await endedRegistrations(database))];
      return { registrations: rows.map(asListed) };
    },

    /** undefined: there is no such request. */
    find,

    decide: async (
      session: Session,
      id: string,
      decision: RegistrationDecision,
    ): Promise<Result<VendorRegistrationFile, DecisionError>> => {
      const partnerId = await partnerOf(database, 'registrationRequest', id);
      if (partnerId === undefined) return err({ type: 'not-found' });
      const error = await changeAsVendor(database, partnerId, books, clock, (desk) =>
        decide(desk, session.name, id, decision),
      );
      const decided = error ? undefined : await find(id);
      return decided ? ok(decided) : err(error ?? { type: 'not-found' });
    },
  };
}

interface Row {
  readonly partnerId: string;
  readonly body: unknown;
  readonly account: unknown;
  readonly partnerName: string;
  readonly ownerName: string;
}

const asListed = ({ body, account, partnerName, ownerName }: Row): VendorRegistration => ({
  request: body as RegistrationRequest,
  partnerName,
  ownerName,
  account: account as Account | null,
});

/** What a decision is made on besides the request: who wrote in it, and who else asked to have that customer's deal protected. */
async function factsOf(
  queries: Queries,
  row: Row,
): Promise<Pick<VendorRegistrationFile, 'personNames' | 'sameCustomer'>> {
  const { request, account } = asListed(row);
  const people = await namesOfPeople(queries, row.partnerId);
  const others = account ? await requestsForSameCustomer(queries, request.id, account) : [];
  return {
    personNames: Object.fromEntries(people.map(({ user_id: id, name }) => [id, name])),
    sameCustomer: others.map((other) => {
      const { id, state, receivedAt } = other.body as RegistrationRequest;
      const { partnerName, accountName } = other;
      return { requestId: id, partnerName, accountName, state, receivedAt };
    }),
  };
}

/** Writes the decision, with the deal registration when it is granted; what is wrong when it cannot be. */
async function decide(
  { queries, partnerId, records, now }: PartnerDesk,
  by: string,
  id: string,
  said: RegistrationDecision,
): Promise<DecisionError | undefined> {
  await records.load([
    { type: 'registrationRequest', id },
    { type: 'partner', id: partnerId },
  ]);
  const request = records.get('registrationRequest', id);
  const partner = records.get('partner', partnerId);
  if (!request || !partner) return { type: 'not-found' };
  if (request.state !== 'submitted') return { type: 'already-decided', state: request.state };
  if (said.readAt !== undefined && said.readAt !== request.updatedAt) return { type: 'changed' };

  const at = now.toISOString();
  const decision = { by, at, comment: said.comment };
  const decided = (
    changes: Pick<RegistrationRequest, 'state' | 'decision' | 'registrationId'>,
  ): RecordWrite => ({
    type: 'registrationRequest',
    id,
    record: { ...request, ...changes, updatedAt: at },
  });
  if (said.decision === 'refuse') {
    const refusal = { ...decision, refusal: said.refusal };
    records.write([decided({ state: 'refused', decision: refusal, registrationId: null })]);
    return undefined;
  }
  const validFrom = dayInZone(now, partner.timeZone);
  if (said.validUntil <= validFrom) {
    return { type: 'bad-terms', path: 'validUntil', message: `must be after ${validFrom}` };
  }
  const registration: DealRegistration = {
    id: newId(),
    partnerId,
    number: `DR-${await nextNumber(queries, 'deal_registration_number')}`,
    accountId: request.accountId,
    validFrom,
    validUntil: said.validUntil,
    discounts: discountsFor(request, said.percent),
  };
  records.write([
    { type: 'dealRegistration', id: registration.id, record: registration },
    decided({
      state: 'granted',
      decision: { ...decision, refusal: null },
      registrationId: registration.id,
    }),
  ]);
  return undefined;
}

/** On the families it was asked for; on everything when none were named (PR-104). */
const discountsFor = ({ families }: RegistrationRequest, percent: string): DealRegistration['discounts'] =>
  (families.length === 0 ? [null] : families).map((family) => ({ family, sku: null, percent }));

import type { Partner } from '#shared/domain/partner/partner';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { DealRegistration } from '#shared/domain/pricing/granted-terms';
import { dayInZone } from '#shared/lib/clock';
import { newId } from '#shared/lib/ids';
import type { RecordWrite } from '#shared/mutations/mutation';
import type { Queries } from '../../db/database';
import { nextNumber } from '../sync/authority/next-number';

export interface Decided {
  /** As the partner reads it. */
  readonly by: string;
  readonly now: Date;
  readonly comment: string;
}

/** What protects a deal and what comes off in its quotes (PR-20). */
export interface Protection {
  readonly validUntil: string;
  readonly discounts: DealRegistration['discounts'];
}

/** On the families it was asked for; on everything when none were named (PR-104). */
export const discountsFor = (
  { families }: Pick<RegistrationRequest, 'families'>,
  percent: string,
): DealRegistration['discounts'] =>
  (families.length === 0 ? [null] : families).map((family) => ({ family, sku: null, percent }));

/** The request with a deal registration of its own, from today on in the partner's zone. */
export async function granted(
  queries: Queries,
  request: RegistrationRequest,
  partner: Pick<Partner, 'timeZone'>,
  { validUntil, discounts }: Protection,
  { by, now, comment }: Decided,
): Promise<{ readonly request: RegistrationRequest; readonly writes: RecordWrite[] }> {
  const at = now.toISOString();
  const registration: DealRegistration = {
    id: newId(),
    partnerId: request.partnerId,
    number: `DR-${await nextNumber(queries, 'deal_registration_number')}`,
    accountId: request.accountId,
    validFrom: dayInZone(now, partner.timeZone),
    validUntil,
    discounts,
  };
  const decided: RegistrationRequest = {
    ...request,
    state: 'granted',
    decision: { by, at, comment, refusal: null },
    registrationId: registration.id,
    ended: null,
    updatedAt: at,
  };
  const writes: RecordWrite[] = [{ type: 'dealRegistration', id: registration.id, record: registration }];
  return { request: decided, writes };
}

export const refused = (
  request: RegistrationRequest,
  refusal: NonNullable<NonNullable<RegistrationRequest['decision']>['refusal']>,
  { by, now, comment }: Decided,
): RegistrationRequest => {
  const at = now.toISOString();
  return {
    ...request,
    state: 'refused',
    decision: { by, at, comment, refusal },
    registrationId: null,
    updatedAt: at,
  };
};

/** The deal registration as it ends today: quotes of earlier days expire with it, new ones do not find it any more (PR-20, PR-30). */
export function endedToday(registration: DealRegistration, today: string): RecordWrite {
  const last = registration.validUntil < today ? registration.validUntil : today;
  // One of today was never in force.
  const validUntil = last < registration.validFrom ? registration.validFrom : last;
  return { type: 'dealRegistration', id: registration.id, record: { ...registration, validUntil } };
}

export const writeRequest = (request: RegistrationRequest): RecordWrite => ({
  type: 'registrationRequest',
  id: request.id,
  record: request,
});

import { sql } from 'kysely';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { decideRegistration } from '#shared/domain/rules/decide-registration';
import { registrationFacts } from '#shared/domain/rules/registration-facts';
import { assertNever } from '#shared/lib/assert-never';
import { addDays, dayInZone } from '#shared/lib/clock';
import type { RecordWrite } from '#shared/mutations/mutation';
import type { Queries } from '../../db/database';
import { activeRules } from '../rules/repository';
import type { AuthorityContext } from '../sync/authority/authority';
import { keepKeys } from './customer-index';
import { findDuplicates, inTheWay } from './find-duplicates';
import { discountsFor, granted, refused, writeRequest } from './grant';

type Context = Pick<AuthorityContext, 'queries' | 'records' | 'partnerId' | 'now'>;

/**
 * Until the transaction ends nobody else's registration is received or decided on: of two for one customer that arrive at once, one sees the
 * other. Always taken after the locks of partners, so that nobody waits in a circle.
 */
export const lockRegistrations = (queries: Queries): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(7010404)`.execute(queries);

/** OPP-4: a new request as it is received: its customer is compared with all partners', and the vendor's rules may decide at once. */
export async function receive(
  request: RegistrationRequest,
  { queries, records, partnerId, now }: Context,
): Promise<RecordWrite[]> {
  await lockRegistrations(queries);
  await records.load([
    { type: 'partner', id: partnerId },
    { type: 'account', id: request.accountId },
  ]);
  const account = records.get('account', request.accountId);
  const partner = records.get('partner', partnerId);
  if (!account || !partner) return [writeRequest(request)];
  // Version 0: the account itself may be written in this push; the job reads it again.
  await keepKeys(queries, { account, version: 0 });
  const today = dayInZone(now, partner.timeZone);
  const others = inTheWay(await findDuplicates(queries, request, account, today), today);
  const { content } = await activeRules(queries, 'registration-acceptance', now);
  const { action } = decideRegistration(content, registrationFacts(request, account, partner, others.length));
  const by = partner.vendorBrand.displayName;
  switch (action.kind) {
    case 'accept': {
      const protection = {
        validUntil: addDays(today, action.days),
        discounts: discountsFor(request, action.percent),
      };
      const decided = await granted(queries, request, partner, protection, { by, now, comment: '' });
      return [writeRequest(decided.request), ...decided.writes];
    }
    case 'refuse':
      return [writeRequest(refused(request, action.reason, { by, now, comment: action.comment }))];
    case 'review':
      return [writeRequest(request)];
    default:
      return assertNever(action);
  }
}

import type { Partner } from '#shared/domain/partner/partner';
import type { RegistrationRequest, RegistrationState } from '#shared/domain/deal/registration-request';
import type { DealRegistration } from '#shared/domain/pricing/granted-terms';
import { dayInZone } from '#shared/lib/clock';
import type { RecordWrite } from '#shared/mutations/mutation';
import type { Session } from '#shared/protocol/session';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import { eventsOfChanges } from '../audit/events-of-changes';
import { recordEvents } from '../audit/record-event';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { lockTenant, setTenantVersion } from '../sync/repository';
import { partnerOf } from '../vendor-desk/named-records';
import { partnerDesk, type PartnerDesk } from '../vendor-desk/partner-desk';
import { isLive } from './find-duplicates';
import { lockRegistrations } from './receive';

export type DeskError =
  | { readonly type: 'not-found' }
  | { readonly type: 'already-decided'; readonly state: RegistrationState }
  /** The partner corrected it after it was read for this decision. */
  | { readonly type: 'changed' }
  /** There is nothing of that kind to decide, or it cannot be done in this state; in words for whoever calls the interface. */
  | { readonly type: 'not-now'; readonly message: string }
  /** What cannot be granted: `path` says which part. */
  | { readonly type: 'bad-terms'; readonly path: string; readonly message: string };

/** One request on the vendor's desk with all that decides about it. */
export interface RequestOnDesk {
  readonly desk: PartnerDesk;
  readonly request: RegistrationRequest;
  readonly partner: Partner;
  /** Null: never granted, or granted and lost. */
  readonly registration: DealRegistration | null;
  /** The server's day in the partner's zone. */
  readonly today: string;
  readonly isProtected: boolean;
}

/** Two requests under one lock, the first being the one that was asked about. */
export interface BothOnDesk {
  readonly mine: RequestOnDesk;
  readonly other: RequestOnDesk;
}

export interface DeskContext {
  readonly database: Database;
  readonly books: PriceBookSource;
  readonly clock: Clock;
}

async function onDesk(desk: PartnerDesk, id: string): Promise<RequestOnDesk | undefined> {
  const { records, partnerId, now } = desk;
  await records.load([
    { type: 'registrationRequest', id },
    { type: 'partner', id: partnerId },
  ]);
  const request = records.get('registrationRequest', id);
  const partner = records.get('partner', partnerId);
  if (!request || !partner) return undefined;
  const registrationId = request.registrationId ?? '-';
  await records.load([{ type: 'dealRegistration', id: registrationId }]);
  const registration = records.get('dealRegistration', registrationId) ?? null;
  const today = dayInZone(now, partner.timeZone);
  const isProtected = request.state === 'granted' && isLive(request, registration?.validUntil ?? null, today);
  return { desk, request, partner, registration, today, isProtected };
}

/** ADM-5: writes into one partner's records and keeps what that means, in the same transaction. */
export async function writeAsVendor(
  { queries, records, partnerId, now }: PartnerDesk,
  { userId, name }: Pick<Session, 'userId' | 'name'>,
  writes: readonly RecordWrite[],
): Promise<void> {
  await recordEvents(queries, eventsOfChanges(writes, records, { partnerId, by: { userId, name }, at: now }));
  records.write(writes);
}

/** Does something to one request under its partner's lock. */
export const changeRequest = (
  { database, books, clock }: DeskContext,
  id: string,
  change: (on: RequestOnDesk) => Promise<DeskError | undefined>,
): Promise<DeskError | undefined> =>
  withDesks(database, books, clock, [id], async (desks) => {
    const [desk] = desks;
    const on = desk && (await onDesk(desk, id));
    return on ? change(on) : { type: 'not-found' };
  });

/** Does something to two requests of two partners, in one transaction. Those of one partner have no sides to hear. */
export const changeBoth = (
  { database, books, clock }: DeskContext,
  id: string,
  otherId: string,
  change: (both: BothOnDesk) => Promise<DeskError | undefined>,
): Promise<DeskError | undefined> =>
  withDesks(database, books, clock, [id, otherId], async ([mineDesk, otherDesk]) => {
    if (!mineDesk || !otherDesk) return { type: 'not-found' };
    if (mineDesk.partnerId === otherDesk.partnerId) {
      return { type: 'not-now', message: 'Both requests are of the same partner' };
    }
    const mine = await onDesk(mineDesk, id);
    const other = await onDesk(otherDesk, otherId);
    return mine && other ? change({ mine, other }) : { type: 'not-found' };
  });

/** A desk for the partner of each request, in that order; partners are locked in the order of their ids, so that nobody waits in a circle. */
async function withDesks(
  database: Database,
  books: PriceBookSource,
  clock: Clock,
  ids: readonly string[],
  work: (desks: readonly (PartnerDesk | undefined)[], queries: Queries) => Promise<DeskError | undefined>,
): Promise<DeskError | undefined> {
  const partners = await Promise.all(ids.map((id) => partnerOf(database, 'registrationRequest', id)));
  return database.transaction().execute(async (queries) => {
    const versions = new Map<string, number>();
    const known = [...new Set(partners)].filter((partnerId) => partnerId !== undefined);
    for (const partnerId of known.toSorted((a, b) => (a < b ? -1 : 1))) {
      versions.set(partnerId, (await lockTenant(queries, partnerId)) + 1);
    }
    await lockRegistrations(queries);
    const now = clock();
    const desks = new Map(
      [...versions.keys()].map((partnerId) => [partnerId, partnerDesk(queries, partnerId, books, now)]),
    );
    const error = await work(
      partners.map((partnerId) => desks.get(partnerId ?? '')),
      queries,
    );
    if (error) return error;
    for (const [partnerId, desk] of desks) {
      const version = versions.get(partnerId) ?? 0;
      if (await desk.records.flush(version)) await setTenantVersion(queries, partnerId, version);
    }
    return undefined;
  });
}

import { sql } from 'kysely';
import type { Account } from '#shared/domain/deal/account';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { Partner } from '#shared/domain/partner/partner';
import type { DealRegistration } from '#shared/domain/pricing/granted-terms';
import { decideRegistration } from '#shared/domain/rules/decide-registration';
import { registrationFacts } from '#shared/domain/rules/registration-facts';
import type { AcceptanceAction, RegistrationAcceptance } from '#shared/domain/rules/rule-set';
import { assertNever } from '#shared/lib/assert-never';
import { dayInZone } from '#shared/lib/clock';
import type { Bench, BenchCase, BenchOutcome } from '#shared/protocol/vendor-rules';
import type { Queries } from '../../db/database';
import { findDuplicates, type Duplicate } from '../registrations/find-duplicates';
import { instantsOf, isSame, mostCases, summarized, type BenchDays } from './bench';

interface PastRow {
  readonly request: RegistrationRequest;
  readonly account: Account | null;
  readonly partner: Partner;
  readonly registration: DealRegistration | null;
}

/** What a draft would have decided about each registration when it was received, beside what became of it. Writes nothing. */
export async function benchRegistrations(
  queries: Queries,
  draft: RegistrationAcceptance,
  days: BenchDays,
): Promise<Bench> {
  const cases: BenchCase[] = [];
  for (const row of await pastRegistrations(queries, days)) cases.push(await caseOf(queries, draft, row));
  return summarized(draft.rules, cases);
}

async function pastRegistrations(queries: Queries, days: BenchDays): Promise<PastRow[]> {
  const { start, end } = instantsOf(days);
  const { rows } = await sql<PastRow>`
    select request.body as request, account.body as account, partner.body as partner, registration.body as registration
    from record as request
    join record as partner on partner.type = 'partner' and partner.id = request.partner_id
    left join record as account on account.type = 'account' and account.id = request.body ->> 'accountId'
      and account.partner_id = request.partner_id and not account.deleted
    left join record as registration on registration.type = 'dealRegistration'
      and registration.id = request.body ->> 'registrationId' and registration.partner_id = request.partner_id
    where request.type = 'registrationRequest' and not request.deleted
      and request.body ->> 'receivedAt' >= ${start.toISOString()} and request.body ->> 'receivedAt' < ${end.toISOString()}
    order by request.body ->> 'receivedAt' desc, request.id desc
    limit ${mostCases}`.execute(queries);
  return rows;
}

async function caseOf(
  queries: Queries,
  draft: RegistrationAcceptance,
  { request, account, partner, registration }: PastRow,
): Promise<BenchCase> {
  const at = request.receivedAt ?? request.capturedAt;
  const day = dayInZone(new Date(at), partner.timeZone);
  const duplicates = account ? await findDuplicates(queries, request, account, day) : [];
  const others = duplicates.filter((other) => wasInTheWay(other, at, day));
  const { action, ruleId, ruleName } = decideRegistration(
    draft,
    registrationFacts(request, account, partner, others.length),
  );
  const decided = outcomeOf(action);
  const happened = whatHappened(request, registration);
  return {
    id: request.id,
    label: account?.name ?? request.id,
    company: partner.name,
    at,
    ruleId,
    ruleName,
    draft: decided,
    happened,
    // The rules decide in the vendor's name (registrations/receive.ts).
    same: isSame(decided, happened, request.decision?.by !== partner.vendorBrand.displayName),
  };
}

/** As the duplicate check would have found it then: received before, about something of the same, and alive. */
function wasInTheWay({ same, families, request, validUntil }: Duplicate, at: string, day: string): boolean {
  if (!same || families === null || request.receivedAt === null || request.receivedAt >= at) return false;
  const hasHappened = (when: string | undefined): boolean => when !== undefined && when <= at;
  if (hasHappened(request.ended?.at)) return false;
  if (request.state === 'withdrawn') return !hasHappened(request.updatedAt);
  if (request.state === 'refused') return !hasHappened(request.decision?.at);
  if (request.state === 'granted' && hasHappened(request.decision?.at)) {
    return validUntil !== null && validUntil > day;
  }
  return true;
}

function outcomeOf(action: AcceptanceAction): BenchOutcome {
  switch (action.kind) {
    case 'accept':
      return { kind: 'accepted', percent: action.percent, days: action.days };
    case 'refuse':
      return { kind: 'refused', reason: action.reason };
    case 'review':
      return { kind: 'waits' };
    default:
      return assertNever(action);
  }
}

function whatHappened(
  { state, decision }: RegistrationRequest,
  registration: DealRegistration | null,
): BenchOutcome {
  switch (state) {
    case 'granted':
      return {
        kind: 'accepted',
        percent: registration?.discounts[0]?.percent ?? null,
        days: registration && daysBetween(registration.validFrom, registration.validUntil),
      };
    case 'refused':
      return { kind: 'refused', reason: decision?.refusal ?? 'other' };
    case 'withdrawn':
      return { kind: 'withdrawn' };
    case 'submitted':
      return { kind: 'waits' };
    default:
      return assertNever(state);
  }
}

const daysBetween = (from: string, until: string): number =>
  Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000));

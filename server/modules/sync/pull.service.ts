import { err, ok, type Result } from '#shared/lib/result';
import type { PullRequest, PullResponse } from '#shared/protocol/pull';
import type { PushResponse } from '#shared/protocol/push';
import type { Session } from '#shared/protocol/session';
import type { Database, Queries } from '../../db/database';
import { noFailpoints, type ReachFailpoint } from '../../failpoint';
import { decodeCookie, decodePage, encodeCookie, encodePage, type Realm, type Walk } from './cookie';
import { conflictsUnknownTo, recordTypesUnknownTo, rejectionFor } from './older-protocol';
import { changesAfter, findClient, findRefusals, type Position } from './repository';

export const recordsPerPage = 500;

export type PullService = ReturnType<typeof pullService>;

/**
 * SY-5: what changed for the partner since the cookie, read in one consistent snapshot.
 *
 * Pages follow the order of versions and each reads what is there when it is asked for: a record that changes while pages are fetched moves to
 * the end and comes (again) with a later page. So all pages applied in order are exactly the state at the last one, and only the last one
 * carries `lastSeqs`, refusals and a new cookie.
 */
export function pullService(
  database: Database,
  failpoint: ReachFailpoint = noFailpoints,
  perPage: number = recordsPerPage,
) {
  return async (session: Session, request: PullRequest): Promise<Result<PullResponse, 'foreign-client'>> => {
    const pulled = await database
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (queries) => {
        const client = await findClient(queries, request.clientId);
        if (client && client.user_id !== session.userId) return err('foreign-client' as const);
        const tenant = await readTenant(queries, session.partnerId, request.protocolVersion);
        const start = startOf(request, tenant);
        if (start === undefined) return ok({ kind: 'reset' as const });

        const changes = await changesAfter(queries, session.partnerId, start.after, {
          // The very first page of a device that knows nothing needs no tombstones.
          tombstones: request.cookie !== null || request.page !== null,
          without: recordTypesUnknownTo(request.protocolVersion),
          withoutConflicts: conflictsUnknownTo(request.protocolVersion),
          limit: perPage + 1,
        });
        const page = changes.slice(0, perPage);
        const last = page.at(-1);
        const isLastPage = last === undefined || changes.length <= perPage;
        const { from, began } = start;
        return ok({
          kind: 'patch' as const,
          changes: page,
          nextPage: isLastPage ? null : encodePage(tenant, { from, began, at: last }),
          lastSeqs: isLastPage ? await lastSeqsOf(queries, session.userId) : {},
          refused: isLastPage ? await refusedFor(queries, request) : [],
          cookie: isLastPage
            ? encodeCookie(tenant, tenant.version)
            : (request.cookie ?? encodeCookie(tenant, 0)),
          ...(isLastPage && request.protocolVersion >= 2 ? { lastEditId: client?.last_edit_id ?? null } : {}),
        });
      });
    await failpoint('pull:read');
    return pulled;
  };
}

interface TenantNow extends Realm {
  readonly version: number;
  readonly tombstonesFrom: number;
}

async function readTenant(queries: Queries, partnerId: string, protocolVersion: number): Promise<TenantNow> {
  const { epoch } = await queries.selectFrom('server_identity').select('epoch').executeTakeFirstOrThrow();
  const { version, tombstones_from: tombstonesFrom } = await queries
    .selectFrom('tenant')
    .select(['version', 'tombstones_from'])
    .where('partner_id', '=', partnerId)
    .executeTakeFirstOrThrow();
  return { epoch, partnerId, protocolVersion, version, tombstonesFrom };
}

/** Where this page starts, and what the pull it belongs to is about. */
interface Start extends Pick<Walk, 'from' | 'began'> {
  readonly after: Position;
}

/**
 * Undefined when it cannot be continued from: a cookie or page of another database, partner or older protocol, from the future (the database was
 * restored from a backup), or older than the tombstones kept (SY-6); a page of a pull from another cookie.
 */
function startOf({ cookie, page }: PullRequest, tenant: TenantNow): Start | undefined {
  const from = cookie === null ? null : decodeCookie(tenant, cookie);
  if (from === undefined || (from !== null && !isKept(from, tenant))) return undefined;
  if (page === null) return { from, began: tenant.version, after: afterVersion(from ?? 0) };
  const walk = decodePage(tenant, page);
  // What was sent since the pull began may have been deleted since: the tombstones must be there.
  if (walk?.from !== from || !isKept(walk.began, tenant) || walk.at.version > tenant.version)
    return undefined;
  return { from, began: walk.began, after: walk.at };
}

const isKept = (version: number, tenant: TenantNow): boolean =>
  version <= tenant.version && version >= tenant.tombstonesFrom;

/** After all records of that version: versions are whole numbers and sort before the position's other parts. */
const afterVersion = (version: number): Position => ({ version: version + 1, type: '', id: '' });

async function lastSeqsOf(queries: Queries, userId: string): Promise<Record<string, number>> {
  const clients = await queries
    .selectFrom('client')
    .select(['client_id', 'last_seq'])
    .where('user_id', '=', userId)
    // Those that only pulled have nothing to count.
    .where('last_seq', '>', 0)
    .execute();
  return Object.fromEntries(clients.map(({ client_id: id, last_seq: seq }) => [id, seq]));
}

async function refusedFor(
  queries: Queries,
  { clientId, refusedFrom, protocolVersion }: PullRequest,
): Promise<PushResponse['refused']> {
  if (refusedFrom === null) return [];
  const refused = await findRefusals(queries, clientId, refusedFrom);
  return refused.map(({ seq, rejection }) => ({ seq, rejection: rejectionFor(protocolVersion, rejection) }));
}

import { err, ok, type Result } from '#shared/lib/result';
import type { PullRequest, PullResponse } from '#shared/protocol/pull';
import type { Session } from '#shared/protocol/session';
import type { Database, Queries } from '../../db/database';
import { noFailpoints, type ReachFailpoint } from '../../failpoint';
import { decodeCookie, decodePage, encodeCookie, encodePage, type Realm } from './cookie';
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
        const tenant = await readTenant(queries, session.partnerId);
        const start = startOf(request, tenant);
        if (start === undefined) return ok({ kind: 'reset' as const });

        const changes = await changesAfter(queries, session.partnerId, start, {
          // The very first page of a device that knows nothing needs no tombstones.
          tombstones: request.cookie !== null || request.page !== null,
          limit: perPage + 1,
        });
        const page = changes.slice(0, perPage);
        const last = page.at(-1);
        const isLastPage = last === undefined || changes.length <= perPage;
        return ok({
          kind: 'patch' as const,
          changes: page,
          nextPage: isLastPage ? null : encodePage(tenant, last),
          lastSeqs: isLastPage ? await lastSeqsOf(queries, session.userId) : {},
          refused: isLastPage ? await refusedFor(queries, request) : [],
          cookie: isLastPage
            ? encodeCookie(tenant, tenant.version)
            : (request.cookie ?? encodeCookie(tenant, 0)),
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

async function readTenant(queries: Queries, partnerId: string): Promise<TenantNow> {
  const { epoch } = await queries.selectFrom('server_identity').select('epoch').executeTakeFirstOrThrow();
  const { version, tombstones_from: tombstonesFrom } = await queries
    .selectFrom('tenant')
    .select(['version', 'tombstones_from'])
    .where('partner_id', '=', partnerId)
    .executeTakeFirstOrThrow();
  return { epoch, partnerId, version, tombstonesFrom };
}

/**
 * The position this page starts after. Undefined when the cookie cannot be continued from: another database's or partner's, from the future
 * (the database was restored from a backup), or older than the tombstones kept (SY-6).
 */
function startOf({ cookie, page }: PullRequest, tenant: TenantNow): Position | undefined {
  if (cookie !== null) {
    const version = decodeCookie(tenant, cookie);
    const isUsable = version !== undefined && version <= tenant.version && version >= tenant.tombstonesFrom;
    if (!isUsable) return undefined;
    if (page === null) return afterVersion(version);
  }
  if (page === null) return afterVersion(0);
  const at = decodePage(tenant, page);
  return at !== undefined && at.version <= tenant.version ? at : undefined;
}

/** After all records of that version: versions are whole numbers and sort before the position's other parts. */
const afterVersion = (version: number): Position => ({ version: version + 1, type: '', id: '' });

async function lastSeqsOf(queries: Queries, userId: string): Promise<Record<string, number>> {
  const clients = await queries
    .selectFrom('client')
    .select(['client_id', 'last_seq'])
    .where('user_id', '=', userId)
    .execute();
  return Object.fromEntries(clients.map(({ client_id: id, last_seq: seq }) => [id, seq]));
}

const refusedFor = (queries: Queries, { clientId, refusedFrom }: PullRequest) =>
  refusedFrom === null ? Promise.resolve([]) : findRefusals(queries, clientId, refusedFrom);

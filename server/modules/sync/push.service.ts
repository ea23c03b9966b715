import { err, ok, type Result } from '#shared/lib/result';
import type { PushRequest, PushResponse, SentMutation } from '#shared/protocol/push';
import type { Session } from '#shared/protocol/session';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import { noFailpoints, type ReachFailpoint } from '../../failpoint';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { isForked } from './done-edits';
import { MutationBroke, pushRun, type ReportBroken } from './push-run';
import { rejectionFor } from './older-protocol';
import { findRefusals, lockClient, lockTenant, setLastSeq, setTenantVersion } from './repository';

export type PushService = ReturnType<typeof pushService>;

export interface PushOptions {
  readonly database: Database;
  readonly books: PriceBookSource;
  readonly clock: Clock;
  readonly failpoint?: ReachFailpoint;
  /** SY-16: told of each mutation that the server failed over, with the reference its sender is given. */
  readonly onBroken?: ReportBroken;
}

/**
 * SY-3: takes one client's mutations in order, skips what came before, stops at a gap, and commits effects, refusals and the last `seq` in one
 * transaction. A refused mutation writes nothing and blocks nothing (SY-4).
 *
 * SY-16: tried without savepoints first; when something breaks over a mutation, the whole push is undone and run again with one around each.
 */
export function pushService(options: PushOptions) {
  const { database, failpoint = noFailpoints } = options;
  return async (session: Session, request: PushRequest): Promise<Result<PushResponse, 'foreign-client'>> => {
    const push = (isCareful: boolean) =>
      database.transaction().execute((queries) => pushIn(queries, session, request, options, isCareful));
    const pushed = await push(false).catch((error: unknown) => {
      if (error instanceof MutationBroke) return push(true);
      throw error;
    });
    await failpoint('push:after-commit');
    return pushed;
  };
}

async function pushIn(
  queries: Queries,
  session: Session,
  request: PushRequest,
  { books, clock, failpoint = noFailpoints, onBroken = () => undefined }: PushOptions,
  isCareful: boolean,
): Promise<Result<PushResponse, 'foreign-client'>> {
  const sender = { ...session, clientId: request.clientId };
  const now = clock();
  const client = await lockClient(queries, sender, now);
  // SY-12: nothing is sent as someone else.
  if (client.user_id !== session.userId || client.partner_id !== session.partnerId) {
    return err('foreign-client');
  }
  const version = await lockTenant(queries, session.partnerId);
  await failpoint('push:locked');

  if (await isForked(queries, client, request.mutations)) {
    return ok({ lastSeq: client.last_seq, refused: [], forked: true });
  }
  const news = newInOrder(request.mutations, client.last_seq);
  const run = await pushRun({ queries, sender, books, now, version: version + 1, onBroken }, news);
  for (const sent of news) await (isCareful ? run.decideCarefully(sent) : run.decide(sent));
  await failpoint('push:decided');

  const lastSeq = news.at(-1)?.seq ?? client.last_seq;
  if (lastSeq !== client.last_seq) {
    const editId = news.at(-1)?.editId ?? null;
    const editIdsFrom = client.edit_ids_from ?? news.find((sent) => sent.editId)?.seq ?? null;
    await setLastSeq(queries, request.clientId, { seq: lastSeq, editId, editIdsFrom });
  }
  if (await run.flush()) await setTenantVersion(queries, session.partnerId, version + 1);
  const answer = { lastSeq, refused: await refusedAmong(queries, request, lastSeq) };
  await failpoint('push:before-commit');
  return ok(answer);
}

/** Those that follow `lastSeq` without a gap. What came before, or twice in one push, is skipped. */
function newInOrder(mutations: readonly SentMutation[], lastSeq: number): SentMutation[] {
  const news: SentMutation[] = [];
  for (const sent of mutations) {
    const wanted = lastSeq + news.length + 1;
    if (sent.seq > wanted) break;
    if (sent.seq === wanted) news.push(sent);
  }
  return news;
}

/** Of the mutations in this request: those refused, now or when they first came (the answer may have been lost). */
async function refusedAmong(
  queries: Queries,
  { clientId, mutations, protocolVersion }: PushRequest,
  lastSeq: number,
): Promise<PushResponse['refused']> {
  const first = mutations[0];
  if (first === undefined) return [];
  const refused = await findRefusals(queries, clientId, first.seq, lastSeq);
  return refused.map(({ seq, rejection }) => ({ seq, rejection: rejectionFor(protocolVersion, rejection) }));
}

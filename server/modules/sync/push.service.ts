import { keyText, type RecordKey } from '#shared/domain/records';
import { err, ok, type Result } from '#shared/lib/result';
import type { RecordReader } from '#shared/mutations/mutation';
import { findMutation } from '#shared/mutations/registry';
import type { Rejection } from '#shared/mutations/rejection';
import type { PushRequest, PushResponse, SentMutation } from '#shared/protocol/push';
import type { Session } from '#shared/protocol/session';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import { noFailpoints, type ReachFailpoint } from '../../failpoint';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { decideMutation, touchedBy } from './decide-mutation';
import { recordView } from './record-view';
import {
  addRefusal,
  findMissingBecauseRefused,
  findRefusals,
  lockClient,
  lockTenant,
  setLastSeq,
  setTenantVersion,
} from './repository';

export type PushService = ReturnType<typeof pushService>;

/**
 * SY-3: takes one client's mutations in order, skips what came before, stops at a gap, and commits effects, refusals and the last `seq` in one
 * transaction. A refused mutation writes nothing and blocks nothing (SY-4).
 */
export function pushService(
  database: Database,
  books: PriceBookSource,
  clock: Clock,
  failpoint: ReachFailpoint = noFailpoints,
) {
  return async (session: Session, request: PushRequest): Promise<Result<PushResponse, 'foreign-client'>> => {
    const pushed = await database.transaction().execute(async (queries) => {
      const sender = { ...session, clientId: request.clientId };
      const client = await lockClient(queries, sender);
      // SY-12: nothing is sent as someone else.
      if (client.user_id !== session.userId || client.partner_id !== session.partnerId) {
        return err('foreign-client' as const);
      }
      const version = await lockTenant(queries, session.partnerId);
      await failpoint('push:locked');
      const view = recordView(queries, session.partnerId);
      const news = newInOrder(request.mutations, client.last_seq);
      await view.load(news.flatMap(keysOf));

      for (const sent of news) {
        const decided = await decideMutation(sent, { queries, sender, view, books, now: clock() });
        if (decided.ok) view.write(decided.value);
        else {
          if ('voids' in decided) view.write(decided.voids);
          await addRefusal(queries, {
            clientId: request.clientId,
            mutation: sent,
            rejection: await withCause(decided.error, queries, request.clientId),
            missing: keysOf(sent).filter((key) => isMissing(view, key)),
            receivedAt: clock(),
          });
        }
      }

      await failpoint('push:decided');
      const lastSeq = news.at(-1)?.seq ?? client.last_seq;
      if (lastSeq !== client.last_seq) await setLastSeq(queries, request.clientId, lastSeq);
      if (await view.flush(version + 1)) await setTenantVersion(queries, session.partnerId, version + 1);
      const answer = { lastSeq, refused: await refusedAmong(queries, request, lastSeq) };
      await failpoint('push:before-commit');
      return ok(answer);
    });
    await failpoint('push:after-commit');
    return pushed;
  };
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

const keysOf = (sent: SentMutation): RecordKey[] => {
  const mutation = findMutation(sent.name);
  return mutation ? touchedBy(mutation, sent.args) : [];
};

const isMissing = (records: RecordReader, { type, id }: RecordKey): boolean =>
  records.get(type, id) === undefined;

/** SY-4: a record that is not there because its making was refused to this client is a matter of that refusal. */
async function withCause(rejection: Rejection, queries: Queries, clientId: string): Promise<Rejection> {
  if (rejection.type !== 'not-found') return rejection;
  const refused = await findMissingBecauseRefused(queries, clientId);
  const seq = refused.get(keyText({ type: rejection.recordType, id: rejection.id }));
  return seq === undefined ? rejection : { type: 'depends-on-refused', seq };
}

/** Of the mutations in this request: those refused, now or when they first came (the answer may have been lost). */
async function refusedAmong(queries: Queries, { clientId, mutations }: PushRequest, lastSeq: number) {
  const first = mutations[0];
  return first === undefined ? [] : findRefusals(queries, clientId, first.seq, lastSeq);
}

import { err, ok, type Result } from '#shared/lib/result';
import { maxPushMutations, pushResponseSchema, type PushRequest } from '#shared/protocol/push';
import { protocolVersion } from '#shared/protocol/version';
import type { ClientDatabase } from '../db/database';
import { getMeta, setMeta } from '../db/meta';
import type { OutboxRow } from '../db/rows';
import { requestJson } from './server-api';
import type { SyncContext, SyncFailure } from './sync-context';

/** A batch stays well under the server's limit for one request. */
const maxBatchCharacters = 400_000;

/**
 * SY-3: sends what waits, in order, in batches, until nothing waits. What the server took is marked sent and stays in the outbox
 * until a pull confirms it; refusals come with that pull (SY-4). True when anything was sent.
 */
export async function pushWaiting(context: SyncContext): Promise<Result<boolean, SyncFailure>> {
  const { db, report } = context;
  const clientId = await getMeta(db, 'clientId');
  if (clientId === undefined) return err({ type: 'storage-failed', message: 'no client id' });
  const waiting = await db.outbox.where('state').equals('waiting').count();
  let batchLimit = maxPushMutations;
  for (let done = 0; ;) {
    const batch = await nextBatch(db, batchLimit);
    const last = batch.at(-1);
    if (!last) return ok(done > 0);
    report('pushing', { done, total: Math.max(waiting, done + batch.length) });
    await rememberTry(db, last.seq);
    const answer = await requestJson(
      context.fetch,
      { method: 'POST', path: '/api/v1/sync/push', body: toRequest(clientId, batch), signal: context.signal },
      pushResponseSchema,
    );
    if (!answer.ok) {
      const { error } = answer;
      if (error.type === 'refused' && error.reason === 'too-large' && batch.length > 1) {
        batchLimit = Math.ceil(batch.length / 2);
        continue;
      }
      return answer;
    }
    // SY-15: a copy of this store has sent other work under our numbers. Nothing was taken; the next pull finds it out of step too.
    if (answer.value.forked === true) return ok(true);
    const sent = await markSent(db, answer.value.lastSeq);
    if (sent === 0) return err({ type: 'bad-answer', message: `gap after ${String(answer.value.lastSeq)}` });
    done += sent;
  }
}

async function nextBatch(db: ClientDatabase, limit: number): Promise<readonly OutboxRow[]> {
  const rows = await db.outbox
    .orderBy('seq')
    .filter(({ state }) => state === 'waiting')
    .limit(limit)
    .toArray();
  let characters = 0;
  const end = rows.findIndex(({ args }) => (characters += JSON.stringify(args).length) > maxBatchCharacters);
  return end === -1 ? rows : rows.slice(0, Math.max(1, end));
}

const toRequest = (clientId: string, batch: readonly OutboxRow[]): PushRequest => ({
  protocolVersion,
  clientId,
  mutations: batch.map(({ seq, name, schemaVersion, args, businessId, capturedAt, editId, saw }) => ({
    seq,
    name,
    schemaVersion,
    args,
    businessId,
    capturedAt,
    editId,
    saw,
  })),
});

/** Stored before the request leaves: a server that counts further than this knows work this database has forgotten. */
async function rememberTry(db: ClientDatabase, seq: number): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    if (((await getMeta(db, 'triedSeq')) ?? 0) < seq) await setMeta(db, 'triedSeq', seq);
  });
}

const markSent = (db: ClientDatabase, lastSeq: number): Promise<number> =>
  db.outbox
    .where('seq')
    .belowOrEqual(lastSeq)
    .filter(({ state }) => state === 'waiting')
    .modify({ state: 'sent' });

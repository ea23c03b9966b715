import { err, ok, type Result } from '#shared/lib/result';
import { pullResponseSchema, type PullRequest, type PullResponse } from '#shared/protocol/pull';
import { protocolVersion } from '#shared/protocol/version';
import type { ClientDatabase } from '../db/database';
import { getMeta, setMeta } from '../db/meta';
import type { OutboxRow, StagedPage } from '../db/rows';
import { becomeNewClient, inStep } from './new-client';
import { closeParted, keepParted } from './parted';
import { takeUpAside } from './read-patch';
import { rebase, type Fallen } from './rebase';
import { keepRefusals } from './refusals';
import { requestJson } from './server-api';
import type { SyncContext, SyncFailure } from './sync-context';

/** SY-5: pages are staged as they come, also over a restart; only the last one makes anything visible. */
export async function pullChanges(context: SyncContext): Promise<Result<void, SyncFailure>> {
  const { db, report } = context;
  let resets = 0;
  let restarts = 0;
  for (;;) {
    const clientId = await getMeta(db, 'clientId');
    if (clientId === undefined) return err({ type: 'storage-failed', message: 'no client id' });
    const from = (await getMeta(db, 'cookie')) ?? null;
    const last = await lastStaged(db, from);
    if (last?.nextPage === null) {
      await applyStaged(context);
      return ok(undefined);
    }
    report('pulling', last ? { done: last.page, total: last.page + 1 } : null);
    const answer = await requestPage(context, clientId, from, last?.nextPage ?? null);
    if (!answer.ok) {
      // A page token the server no longer knows: begin the patch again, once; a server that refuses its own pages gets a rest.
      if (answer.error.type !== 'refused' || !last || restarts > 0) return answer;
      restarts += 1;
      await db.staged.clear();
      continue;
    }
    if (answer.value.kind === 'patch') {
      await stage(db, clientId, from, (last?.page ?? 0) + 1, answer.value);
      continue;
    }
    // SY-6: what is seen stays until the complete patch replaces it; the outbox is not touched.
    resets += 1;
    if (resets > 1) return err({ type: 'bad-answer', message: 'reset twice' });
    await db.transaction('rw', db.meta, db.staged, async () => {
      await setMeta(db, 'cookie', null);
      await db.staged.clear();
    });
  }
}

/** The last page staged of a patch from this cookie; pages from another cookie are worth nothing any more. */
async function lastStaged(db: ClientDatabase, from: string | null): Promise<StagedPage | undefined> {
  const last = await db.staged.orderBy('page').last();
  if (!last || last.from === from) return last;
  await db.staged.clear();
  return undefined;
}

async function requestPage(
  { db, fetch, signal, device }: SyncContext,
  clientId: string,
  cookie: string | null,
  page: string | null,
): Promise<Result<PullResponse, SyncFailure>> {
  const oldest = await db.outbox.orderBy('seq').first();
  const name = (await getMeta(db, 'deviceName')) ?? device.name;
  const body: PullRequest = {
    protocolVersion,
    clientId,
    cookie,
    page,
    refusedFrom: oldest?.seq ?? null,
    device: { ...device, name },
  };
  return requestJson(fetch, { method: 'POST', path: '/api/v1/sync/pull', body, signal }, pullResponseSchema);
}

const stage = (
  db: ClientDatabase,
  clientId: string,
  from: string | null,
  page: number,
  { changes, lastSeqs, lastEditId, refused, nextPage, cookie }: Extract<PullResponse, { kind: 'patch' }>,
): Promise<number> =>
  db.staged.put({
    page,
    from,
    changes,
    lastSeq: lastSeqs[clientId] ?? 0,
    lastEditId: lastEditId ?? null,
    refused,
    nextPage,
    cookie,
  });

/** SY-5: patch, confirmed and refused work, rebase and cookie in one transaction. */
async function applyStaged({ db, session, now, random, device }: SyncContext): Promise<void> {
  const tables = [db.records, db.outbox, db.attention, db.parted, db.meta, db.staged, db.aside];
  await db.transaction('rw', tables, async () => {
    const pages = await db.staged.orderBy('page').toArray();
    const last = pages.at(-1);
    const from = (await getMeta(db, 'cookie')) ?? null;
    // Another window may have been faster: a cookie never goes backwards.
    if (!last || last.nextPage !== null || last.from !== from) return;
    const changes = pages.flatMap((page) => page.changes);
    const patch = await takeUpAside(db, device.appVersion, changes, from === null);
    const outbox = await db.outbox.orderBy('seq').toArray();
    const { settled, pending } = await settle(db, random, last, outbox);

    const { records, before, fallen } = await rebase(db, session, patch, pending, from === null);
    const refused = refusalsAmong(settled, last.refused);
    await keepParted(db, now, { before, outbox, refused, fallen, records });
    await keepRefusals(db, now, refused, records);
    await closeParted(db);
    await setMeta(db, 'cookie', last.cookie);
    await db.staged.clear();
  });
}

/** The last page alone speaks for the whole patch: what the server counts by then is contained in it, and leaves the outbox. */
async function settle(
  db: ClientDatabase,
  random: () => number,
  { lastSeq, lastEditId = null }: StagedPage,
  outbox: readonly OutboxRow[],
): Promise<{ readonly settled: readonly OutboxRow[]; readonly pending: readonly OutboxRow[] }> {
  if (!(await inStep(db, { lastSeq, lastEditId }, outbox)))
    return { settled: [], pending: await becomeNewClient(db, random, outbox) };
  const settled = outbox.filter(({ seq }) => seq <= lastSeq);
  await db.outbox.bulkDelete(settled.map(({ seq }) => seq));
  // Acknowledged once, but no longer there: the server came back from a backup. It is sent again.
  await db.outbox.where('state').equals('sent').modify({ state: 'waiting' });
  await setMeta(db, 'confirmedSeq', lastSeq);
  return { settled, pending: outbox.slice(settled.length) };
}

function refusalsAmong(settled: readonly OutboxRow[], refused: StagedPage['refused']): readonly Fallen[] {
  const bySeq = new Map(refused.map((item) => [item.seq, item.rejection]));
  return settled.flatMap((entry) => {
    const rejection = bySeq.get(entry.seq);
    return rejection ? [{ entry, rejection }] : [];
  });
}

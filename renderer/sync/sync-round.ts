import { err, ok, type Result } from '#shared/lib/result';
import { sessionSchema } from '#shared/protocol/session';
import { setMeta } from '../db/meta';
import { toStorageError } from '../db/storage-error';
import { madeFor } from './made-for';
import { pullChanges } from './pull';
import { pushWaiting } from './push';
import { requestJson } from './server-api';
import { downloadSnapshots } from './snapshots';
import type { SyncContext, SyncFailure } from './sync-context';
import { uploadAttachments } from './upload-attachments';

/**
 * One exchange with the server. It pulls before it pushes, so that work whose confirmation got lost is recognised rather than sent
 * again, and a server that remembers more than this device is noticed before new work is numbered over it. Never throws: a full or
 * failing store, at whichever step, is an answer too. `snapshots`: look for new catalogs and price books too.
 */
export async function syncRound(context: SyncContext, snapshots = true): Promise<Result<void, SyncFailure>> {
  const exchange = [checkSession, pullChanges, pushAndConfirm, uploadAttachments];
  const steps = [...exchange, ...(snapshots ? [downloadSnapshots] : []), rememberSuccess];
  const own = { ...context, fetch: madeFor(context.session.userId, context.fetch) };
  try {
    for (const step of steps) {
      const result = await step(own);
      if (!result.ok) return result;
    }
    return ok(undefined);
  } catch (thrown) {
    // Requests never throw: only the store does.
    return err(toStorageError(thrown));
  }
}

/** SY-12: the server must take us for the person whose database this is. Somebody else signed in: nothing is sent or received. */
async function checkSession({ fetch, session, signal }: SyncContext): Promise<Result<void, SyncFailure>> {
  const answer = await requestJson(fetch, { method: 'GET', path: '/api/v1/session', signal }, sessionSchema);
  if (!answer.ok) return answer;
  return answer.value.userId === session.userId ? ok(undefined) : err({ type: 'session-expired' });
}

/** A pull may find that work has to be sent once more: for a server that lost it, or as a new client (SY-15). More than that is for the next round. */
const mostPushes = 3;

async function pushAndConfirm(context: SyncContext): Promise<Result<void, SyncFailure>> {
  for (let pushes = 0; pushes < mostPushes; pushes += 1) {
    const pushed = await pushWaiting(context);
    if (!pushed.ok) return pushed;
    if (!pushed.value) break;
    const pulled = await pullChanges(context);
    if (!pulled.ok) return pulled;
  }
  return ok(undefined);
}

async function rememberSuccess({ db, now }: SyncContext): Promise<Result<void, SyncFailure>> {
  await setMeta(db, 'lastSuccessAt', now().toISOString());
  return ok(undefined);
}

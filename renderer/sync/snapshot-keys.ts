import type { Partner } from '#shared/domain/partner/partner';
import { ok, type Result } from '#shared/lib/result';
import type { PublicKey } from '#shared/lib/signed-json';
import { snapshotKeysSchema } from '#shared/protocol/snapshot';
import type { ClientDatabase } from '../db/database';
import { getMeta, setMeta } from '../db/meta';
import { requestJson } from './server-api';
import type { SyncContext, SyncFailure } from './sync-context';

/**
 * SY-7: the vendor's public keys that this device trusts: those it once asked the server for, and those that the partner's record brought
 * with a pull. Both came over the person's own session, past every cache. Works with no network.
 */
export async function trustedKeys(db: ClientDatabase): Promise<readonly PublicKey[]> {
  const pinned = (await getMeta(db, 'snapshotKeys')) ?? [];
  const partners = await db.records.where('type').equals('partner').toArray();
  const told = partners.flatMap(({ value }) => (value as Partner | null)?.signingKeys ?? []);
  return [...pinned, ...told];
}

/** Asks the server for its keys, past every cache, and keeps the new ones. A name that is known keeps its key for ever. */
export async function learnKeys({
  db,
  fetch,
  signal,
}: SyncContext): Promise<Result<readonly PublicKey[], SyncFailure>> {
  const answer = await requestJson(
    fetch,
    { method: 'GET', path: '/api/v1/snapshots/keys', signal, cache: 'no-store' },
    snapshotKeysSchema,
  );
  if (!answer.ok) {
    // A server from before signatures has none; what it lists is refused as unsigned.
    if (answer.error.type === 'refused' && answer.error.reason === 'not-found') return ok([]);
    return answer;
  }
  const keys = await db.transaction('rw', db.meta, async () => {
    const pinned = (await getMeta(db, 'snapshotKeys')) ?? [];
    const names = new Set(pinned.map(({ keyId }) => keyId));
    const all = [...pinned, ...answer.value.keys.filter(({ keyId }) => !names.has(keyId))];
    await setMeta(db, 'snapshotKeys', all);
    return all;
  });
  return ok(keys);
}

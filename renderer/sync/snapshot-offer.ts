import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import { err, ok, type Result } from '#shared/lib/result';
import type { PublicKey } from '#shared/lib/signed-json';
import { readSignedManifest } from '#shared/protocol/signed-manifest';
import type { Manifest } from '#shared/protocol/snapshot';
import { versionsNamed } from './collect-snapshots';
import { requestJson } from './server-api';
import {
  badSnapshot,
  isSnapshotFailure,
  snapshotName,
  type SnapshotFailure,
  type SnapshotKey,
} from './snapshot-failure';
import { learnKeys, trustedKeys } from './snapshot-keys';
import type { SyncContext, SyncFailure } from './sync-context';

/** A manifest that the vendor signed, and the JSON it came as. */
export interface Received {
  readonly manifest: Manifest;
  readonly signed: string;
}

export interface Offer {
  readonly received: readonly Received[];
  readonly refused: readonly SnapshotFailure[];
  /** What the server lists, signed or not; null when an entry of its list could not even be told from others. */
  readonly listed: readonly SnapshotKey[] | null;
}

const keySchema = z.looseObject({
  kind: z.enum(['catalog', 'price-book']),
  id: idSchema,
  version: z.number().int().positive(),
});
const listSchema = z.object({ snapshots: z.array(z.unknown()) });

/** SY-7: the newest versions that the server offers, and those that quotes of this device name; only what the vendor signed. */
export async function askForOffer(context: SyncContext): Promise<Result<Offer, SyncFailure>> {
  const { fetch, signal } = context;
  const list = await requestJson(fetch, { method: 'GET', path: '/api/v1/snapshots', signal }, listSchema);
  if (!list.ok) return list;
  const reader = manifestReader(context, await trustedKeys(context.db));
  const received: Received[] = [];
  const refused: SnapshotFailure[] = [];
  /** What hinders the whole round comes back. */
  const take = (one: Result<Received, SyncFailure>): Result<void, SyncFailure> => {
    if (one.ok) received.push(one.value);
    else if (isSnapshotFailure(one.error)) refused.push(one.error);
    else return one;
    return ok(undefined);
  };

  const keys = list.value.snapshots.map((json) => keySchema.safeParse(json));
  for (const json of list.value.snapshots) {
    const taken = take(await reader(json, null));
    if (!taken.ok) return taken;
  }
  const listed = keys.every(({ success }) => success) ? keys.flatMap(({ data }) => data ?? []) : null;

  for (const key of await namedElsewhere(context, listed ?? [])) {
    const path = `/api/v1/snapshots/price-book/${encodeURIComponent(key.id)}/${String(key.version)}`;
    const answer = await requestJson(fetch, { method: 'GET', path, signal }, z.unknown());
    if (!answer.ok) {
      // One that the server no longer has is left out.
      if (answer.error.type === 'refused') continue;
      return answer;
    }
    const taken = take(await reader(answer.value, key));
    if (!taken.ok) return taken;
  }
  return ok({ received, refused, listed });
}

/** Reads manifests, asking for keys once when one is signed with a key that is not known here. */
function manifestReader(context: SyncContext, trusted: readonly PublicKey[]) {
  let keys = trusted;
  let asked = false;
  return async (json: unknown, wanted: SnapshotKey | null): Promise<Result<Received, SyncFailure>> => {
    let read = readSignedManifest(json, keys);
    if (!read.ok && read.error === 'unknown-key' && !asked) {
      asked = true;
      const learnt = await learnKeys(context);
      if (!learnt.ok) return learnt;
      keys = [...learnt.value, ...trusted];
      read = readSignedManifest(json, keys);
    }
    const key = wanted ?? keySchema.safeParse(json).data;
    if (!read.ok) {
      const snapshot = key ? snapshotName(key) : '';
      return read.error === 'not-a-manifest'
        ? err({ type: 'bad-snapshot', snapshot, why: 'not-a-manifest' })
        : err({ type: 'bad-signature', snapshot, why: read.error });
    }
    const manifest = read.value;
    if (wanted && snapshotName(manifest) !== snapshotName(wanted))
      return err(badSnapshot(wanted, 'another-snapshot'));
    if (manifest.kind === 'price-book' && !isOwnHeader(manifest))
      return err(badSnapshot(manifest, 'another-snapshot'));
    if (manifest.chunks.reduce((sum, { rows }) => sum + rows, 0) !== manifest.rows)
      return err(badSnapshot(manifest, 'wrong-count'));
    return ok({ manifest, signed: JSON.stringify(json) });
  };
}

const isOwnHeader = ({ id, version, header }: Manifest & { kind: 'price-book' }): boolean =>
  header.bookId === id && header.version === version;

/** Versions that quotes name, and those that were found damaged, that the server's list does not name and that are not here, whole and signed. */
async function namedElsewhere(
  { db }: SyncContext,
  listed: readonly SnapshotKey[],
): Promise<readonly SnapshotKey[]> {
  const rows = await db.snapshots
    .where('[kind+id]')
    .between(['price-book', ''], ['price-book', '\uffff'])
    .toArray();
  const isHere = (key: SnapshotKey): boolean =>
    rows.some(
      (row) => snapshotName(row) === snapshotName(key) && row.complete === 1 && row.signed !== undefined,
    );
  const named = (await versionsNamed(db)).map(({ bookId, version }): SnapshotKey => ({
    kind: 'price-book',
    id: bookId,
    version,
  }));
  const damaged = rows.filter(({ damagedAt }) => damagedAt !== undefined);
  const keys = new Map([...named, ...damaged].map((key) => [snapshotName(key), key]));
  const listedNames = new Set(listed.map(snapshotName));
  return [...keys].flatMap(([name, { kind, id, version }]) =>
    listedNames.has(name) || isHere({ kind, id, version }) ? [] : [{ kind, id, version }],
  );
}

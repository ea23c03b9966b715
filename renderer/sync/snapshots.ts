import { err, ok, type Result } from '#shared/lib/result';
import type { Manifest } from '#shared/protocol/snapshot';
import type { ClientDatabase } from '../db/database';
import type { SnapshotRow } from '../db/rows';
import { collectSnapshots, isOffered } from './collect-snapshots';
import { fetchChunk, fetchDelta } from './fetch-chunks';
import { badSnapshot, isSnapshotFailure, type BadSnapshot } from './snapshot-failure';
import { askForOffer, type Received } from './snapshot-offer';
import type { SyncContext, SyncFailure } from './sync-context';

/**
 * SY-7: brings the newest catalogs and price books, and the versions that quotes name, onto the device: by a delta where the server has one
 * from a version that is here, else chunk by chunk. A version becomes visible as a whole when all of it has been checked; what was fetched
 * before a break is not fetched again. One that cannot be used leaves the one before it in use, and the others are fetched all the same.
 */
export async function downloadSnapshots(context: SyncContext): Promise<Result<void, SyncFailure>> {
  const { db } = context;
  const offer = await askForOffer(context);
  if (!offer.ok) return offer;
  const { received, listed } = offer.value;
  const failures = [...offer.value.refused];
  // Catalogs first: a book is of use only with the products it prices.
  const wanted = received.toSorted((a, b) => a.manifest.kind.localeCompare(b.manifest.kind));
  const plan = await planDownload(context, wanted, listed ?? []);
  const report = progressOf(context, plan);

  for (const { item, missing, refused } of plan) {
    if (refused) failures.push(badSnapshot(item.manifest, refused));
    else {
      const fetched = await fetchVersion(context, item.manifest, missing, report);
      if (fetched.ok) await switchIn(db, item, isOffered(item.manifest, listed ?? [item.manifest]));
      else if (isSnapshotFailure(fetched.error)) {
        failures.push(fetched.error);
        await rememberRefusal(context, item.manifest, fetched.error.why);
      } else return fetched;
    }
  }
  const manifests = wanted.map(({ manifest }) => manifest);
  if (listed) await collectSnapshots(db, listed, manifests);
  const [first] = failures;
  return first ? err(first) : ok(undefined);
}

interface Planned {
  readonly item: Received;
  readonly missing: Manifest['chunks'];
  /** It was tried a moment ago and could not be used. */
  readonly refused: BadSnapshot | null;
}

/** Remembers the manifests of versions to come and says which chunks of each are not here, every chunk once. */
async function planDownload(
  { db, now }: SyncContext,
  wanted: readonly Received[],
  listed: Parameters<typeof isOffered>[1],
): Promise<readonly Planned[]> {
  const here = new Set(await db.chunks.toCollection().primaryKeys());
  const plan: Planned[] = [];
  for (const item of wanted) {
    const { manifest, signed } = item;
    const { kind, id, version, chunks } = manifest;
    const row = await db.snapshots.get([kind, id, version]);
    if (row?.complete === 1 && row.signed === signed) continue;
    const refused = row?.signed === signed && isRecent(row, now()) ? (row.refused?.why as BadSnapshot) : null;
    // What is whole stays in use until this one is: another database can have another version of that number.
    if (row?.complete !== 1 && !refused) {
      const offered = isOffered(manifest, listed);
      await db.snapshots.put({ kind, id, version, manifest, signed, complete: 0, offered });
    }
    // Those of a version that is left alone are for the others that share them.
    const missing = refused ? [] : chunks.filter(({ hash }) => !here.has(hash));
    for (const { hash } of missing) here.add(hash);
    plan.push({ item, missing, refused });
  }
  return plan;
}

/** What was found unusable is not fetched again at every round. */
const retryAfter = 5 * 60_000;
const isRecent = ({ refused }: SnapshotRow, now: Date): boolean =>
  refused !== undefined && Math.abs(now.getTime() - Date.parse(refused.at)) < retryAfter;

async function rememberRefusal(
  { db, now }: SyncContext,
  { kind, id, version }: Manifest,
  why: string,
): Promise<void> {
  await db.snapshots
    .where('[kind+id+version]')
    .equals([kind, id, version])
    .and(({ complete }) => complete === 0)
    .modify({ refused: { why, at: now().toISOString() } });
}

type Report = (arrived: Manifest['chunks']) => void;

/** Chunks and their bytes, those made from a delta included. */
function progressOf({ report }: SyncContext, plan: readonly Planned[]): Report {
  const all = plan.flatMap(({ missing }) => missing);
  const sizeOf = (chunks: Manifest['chunks']): number => chunks.reduce((sum, { bytes }) => sum + bytes, 0);
  const [total, totalBytes] = [all.length, sizeOf(all)];
  let done = 0;
  let doneBytes = 0;
  if (total > 0) report('downloading', { done, total, bytes: { done: 0, total: totalBytes } });
  return (arrived) => {
    done += arrived.length;
    doneBytes += sizeOf(arrived);
    report('downloading', { done, total, bytes: { done: doneBytes, total: totalBytes } });
  };
}

async function fetchVersion(
  context: SyncContext,
  manifest: Manifest,
  missing: Manifest['chunks'],
  report: Report,
): Promise<Result<void, SyncFailure>> {
  if (missing.length === 0) return ok(undefined);
  const byDelta = await fetchDelta(context, manifest, missing);
  if (!byDelta.ok) return byDelta;
  if (byDelta.value) {
    report(missing);
    return ok(undefined);
  }
  for (const chunk of missing) {
    const fetched = await fetchChunk(context, manifest, chunk);
    if (!fetched.ok) return fetched;
    report([chunk]);
  }
  return ok(undefined);
}

/** The switch: from here on readers see this version. Not made while a chunk is missing. */
async function switchIn(
  db: ClientDatabase,
  { manifest, signed }: Received,
  offered: SnapshotRow['offered'],
): Promise<void> {
  const { kind, id, version, chunks } = manifest;
  await db.transaction('rw', db.snapshots, db.chunks, async () => {
    const hashes = [...new Set(chunks.map(({ hash }) => hash))];
    const here = await db.chunks.where('hash').anyOf(hashes).count();
    if (here === hashes.length)
      await db.snapshots.put({ kind, id, version, manifest, signed, complete: 1, offered });
  });
}

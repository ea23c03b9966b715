import type { z } from 'zod';
import { err, ok, type Result } from '#shared/lib/result';
import type { PublicKey } from '#shared/lib/signed-json';
import { readSignedManifest } from '#shared/protocol/signed-manifest';
import type { Manifest } from '#shared/protocol/snapshot';
import type { ClientDatabase } from '../db/database';
import type { SnapshotRow } from '../db/rows';
import { toStorageError } from '../db/storage-error';
import { sha256Hex } from '../sync/sha256';
import { trustedKeys } from '../sync/snapshot-keys';
import type { CatalogError } from './client';

/**
 * SY-7, with no network: the manifest of a version that is whole, read from what the vendor signed. A row of a release before signatures has
 * only its own copy, until the next sync.
 */
export async function verifiedManifest(
  db: ClientDatabase,
  row: SnapshotRow,
): Promise<Result<Manifest, CatalogError>> {
  if (row.signed === undefined) return ok(row.manifest);
  const read = readAgain(row.signed, await trustedKeys(db));
  if (read?.kind === row.kind && read.id === row.id && read.version === row.version) return ok(read);
  await giveUp(db, ({ kind, id, version }) => kind === row.kind && id === row.id && version === row.version);
  return err({ type: 'damaged-manifest', kind: row.kind, id: row.id, version: row.version });
}

function readAgain(signed: string, keys: readonly PublicKey[]): Manifest | null {
  try {
    const read = readSignedManifest(JSON.parse(signed), keys);
    return read.ok ? read.value : null;
  } catch {
    return null;
  }
}

/** All rows of a version, its chunks in order, each checked against its hash (SY-7) and parsed with its schema. */
export async function readRows<T>(
  db: ClientDatabase,
  manifest: Manifest,
  schema: z.ZodType<readonly T[]>,
): Promise<Result<readonly T[], CatalogError>> {
  const hashes = manifest.chunks.map(({ hash }) => hash);
  const chunks = await db.chunks.bulkGet(hashes);
  const rows: T[] = [];
  for (const [index, hash] of hashes.entries()) {
    const bytes = chunks[index]?.bytes;
    if (!bytes || (await sha256Hex(bytes as Uint8Array<ArrayBuffer>)) !== hash) {
      await dropChunk(db, hash);
      return err({ type: 'damaged-chunk', hash });
    }
    // Bytes that are as the server made them would only come back the same: no reason to fetch them again.
    const parsed = schema.safeParse(parseChunk(bytes));
    if (!parsed.success) return err({ type: 'damaged-chunk', hash });
    for (const row of parsed.data) rows.push(row);
  }
  return ok(rows);
}

/** What the store lost or garbled the next sync brings again; until then no version that needs it is whole. */
async function dropChunk(db: ClientDatabase, damaged: string): Promise<void> {
  await giveUp(
    db,
    ({ manifest }) => manifest.chunks.some(({ hash }) => hash === damaged),
    () => db.chunks.delete(damaged),
  );
}

/** On a store open for reading only nothing is marked: the next start that may write finds it again. */
async function giveUp(
  db: ClientDatabase,
  isDamaged: (row: SnapshotRow) => boolean,
  first: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const damagedAt = new Date().toISOString();
  try {
    await first();
    await db.snapshots
      .filter((row) => row.complete === 1 && isDamaged(row))
      .modify({ complete: 0, damagedAt });
  } catch (thrown) {
    if (toStorageError(thrown).type !== 'disk-full') throw thrown;
  }
}

function parseChunk(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // the schema refuses it
  }
}

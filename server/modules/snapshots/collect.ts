import { sql } from 'kysely';
import { manifestSchema } from '#shared/protocol/snapshot';
import type { Database, Queries } from '../../db/database';
import type { ChunkStore } from './chunk-store';
import { versionsWithDelta } from './deltas';
import { hashesOf, lockCollecting } from './repository';

export interface CollectOptions {
  /** Versions that were the newest within so many days stay: a device that was away that long may still bring quotes priced from them. */
  readonly keepDays: number;
  readonly now: Date;
}

export interface Collected {
  readonly versions: number;
  readonly chunks: number;
}

/** Devices fetch deltas from these, and a quote being begun names one of the last two. */
const newestKept = versionsWithDelta + 2;

/**
 * SY-7: removes the versions of catalogs and books that are neither among the newest, nor were the newest lately, nor are named by anything
 * people wrote; then the files that no version left needs. Breaking off at any point leaves files too many, never one too few: run it again.
 */
export async function collectSnapshots(
  database: Database,
  chunks: ChunkStore,
  options: CollectOptions,
): Promise<Collected> {
  const versions = await database.transaction().execute((queries) => removeVersions(queries, options));
  // Only now that no manifest names them: a file must never go before the last version that needs it.
  const removed = await database.transaction().execute((queries) => removeFiles(queries, chunks));
  return { versions, chunks: removed };
}

async function removeVersions(queries: Queries, { keepDays, now }: CollectOptions): Promise<number> {
  await lockCollecting(queries);
  const since = new Date(now.getTime() - keepDays * 86_400_000);
  const named = await versionsNamed(queries);
  const rows = await queries
    .selectFrom('snapshot')
    .select(['kind', 'id', 'version', 'published_at'])
    .orderBy('version', 'desc')
    .execute();
  let removed = 0;
  for (const { kind, id, version } of rows) {
    const successors = rows.filter(
      (other) => other.kind === kind && other.id === id && other.version > version,
    );
    const replacedAt = successors.at(-1)?.published_at;
    const isKept =
      successors.length < newestKept ||
      (replacedAt !== undefined && replacedAt >= since) ||
      (kind === 'price-book' && named.has(`${id} ${version}`));
    if (isKept) continue;
    await queries
      .deleteFrom('snapshot')
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where('version', '=', version)
      .execute();
    removed += 1;
  }
  return removed;
}

/**
 * PR-32: `bookId version` of every book version that a record names, wherever in it: a quote's own and those its lines kept, of revisions,
 * orders and approvals too; and of refused work, which may be put right and sent again.
 */
async function versionsNamed(queries: Queries): Promise<ReadonlySet<string>> {
  const written = sql`
    select body from record where not deleted and body is not null
    union all
    -- What jsonb cannot hold was refused for that very reason and is not sent again.
    select mutation::jsonb from refusal where mutation::text !~ '\\\\u(0000|[dD][89abAB])'`;
  const { rows } = await sql<{ name: string }>`
    with written as (${written}),
    own as (
      select distinct book ->> 'bookId' as id, book ->> 'version' as version, body
      from written, jsonb_path_query(body, '$.**.priceBook') as book
      where book ->> 'bookId' is not null
    )
    select distinct id || ' ' || version as name from own
    union
    select distinct id || ' ' || (kept #>> '{}') from own,
      jsonb_path_query(body, '$.**.keptVersion') as kept where jsonb_typeof(kept) = 'number'
    union
    select distinct id || ' ' || (kept #>> '{}') from own,
      jsonb_path_query(body, '$.**.kept[*].version') as kept where jsonb_typeof(kept) = 'number'
  `.execute(queries);
  return new Set(rows.map(({ name }) => name));
}

/** What was once published and is in no version any more. Files of others that share the store are not ours to judge. */
async function removeFiles(queries: Queries, chunks: ChunkStore): Promise<number> {
  await lockCollecting(queries);
  const manifests = await queries.selectFrom('snapshot').select(['kind', 'id', 'manifest']).execute();
  const used = new Set<string>();
  const usedBy = new Set<string>();
  for (const { kind, id, manifest } of manifests) {
    for (const hash of hashesOf(manifestSchema.parse(manifest))) {
      used.add(hash);
      usedBy.add(`${kind} ${id} ${hash}`);
    }
  }
  const known = await queries.selectFrom('snapshot_chunk').select(['kind', 'id', 'hash']).execute();
  const gone = known.filter(({ kind, id, hash }) => !usedBy.has(`${kind} ${id} ${hash}`));
  const files = [...new Set(gone.map(({ hash }) => hash))].filter((hash) => !used.has(hash));
  for (const hash of files) await chunks.remove(hash);
  for (const { kind, id, hash } of gone) {
    await queries
      .deleteFrom('snapshot_chunk')
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where('hash', '=', hash)
      .execute();
  }
  return files.length;
}

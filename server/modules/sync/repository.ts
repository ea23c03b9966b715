import { sql } from 'kysely';
import { keyText, type RecordKey, type RecordType } from '#shared/domain/records';
import type { Rejection } from '#shared/mutations/rejection';
import type { RecordChange } from '#shared/protocol/pull';
import type { SentMutation } from '#shared/protocol/push';
import type { Queries } from '../../db/database';
import { sendHint } from '../events/hints';
import type { NewRecordRow } from '../../db/schema';
import { TemporaryFailure } from '../../temporary-failure';

export interface ClientRow {
  readonly user_id: string;
  readonly partner_id: string;
  readonly last_seq: number;
  readonly last_edit_id: string | null;
  readonly edit_ids_from: number | null;
}

const clientColumns = ['user_id', 'partner_id', 'last_seq', 'last_edit_id', 'edit_ids_from'] as const;

export const findClient = (queries: Queries, clientId: string): Promise<ClientRow | undefined> =>
  queries.selectFrom('client').select(clientColumns).where('client_id', '=', clientId).executeTakeFirst();

/** The client's row, made if it is new, locked until the transaction ends. */
export async function lockClient(
  queries: Queries,
  client: { readonly clientId: string; readonly userId: string; readonly partnerId: string },
  now: Date,
): Promise<ClientRow> {
  await queries
    .insertInto('client')
    .values({
      client_id: client.clientId,
      user_id: client.userId,
      partner_id: client.partnerId,
      last_seq: 0,
      first_seen_at: now,
      last_seen_at: now,
    })
    .onConflict((conflict) => conflict.column('client_id').doNothing())
    .execute();
  return queries
    .selectFrom('client')
    .select(clientColumns)
    .where('client_id', '=', client.clientId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function setLastSeq(
  queries: Queries,
  clientId: string,
  last: { readonly seq: number; readonly editId: string | null; readonly editIdsFrom: number | null },
): Promise<void> {
  await queries
    .updateTable('client')
    .set({ last_seq: last.seq, last_edit_id: last.editId, edit_ids_from: last.editIdsFrom })
    .where('client_id', '=', clientId)
    .execute();
}

/** SY-6: the tenant's version, locked until the transaction ends, so that versions become visible in their order. */
export async function lockTenant(queries: Queries, partnerId: string): Promise<number> {
  const { version } = await queries
    .selectFrom('tenant')
    .select('version')
    .where('partner_id', '=', partnerId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return version;
}

/** The version of what this transaction writes; once it is committed, whoever listens for this partner hears of it (SY-8). */
export async function setTenantVersion(queries: Queries, partnerId: string, version: number): Promise<void> {
  await queries.updateTable('tenant').set({ version }).where('partner_id', '=', partnerId).execute();
  await sendHint(queries, { about: 'records', partnerId });
}

/** The records under these keys, whoever owns them; the caller must look at `partner_id`. */
export const findRecords = (queries: Queries, keys: readonly RecordKey[]) =>
  queries
    .selectFrom('record')
    .select(['type', 'id', 'partner_id', 'deleted', 'body'])
    .where((where) => where.or(keys.map(({ type, id }) => where.and({ type, id }))))
    .execute();

export const recordsOfType = (queries: Queries, partnerId: string, type: RecordType) =>
  queries
    .selectFrom('record')
    .select(['id', 'body'])
    .where('partner_id', '=', partnerId)
    .where('type', '=', type)
    .where('deleted', '=', false)
    .orderBy('id')
    .execute();

/**
 * Writes the rows; one that exists must belong to the same partner. Throws, and so undoes the transaction, if one went to another partner
 * since it was read: the client tries again and is then refused in the ordinary way.
 */
export async function writeRecords(queries: Queries, rows: readonly NewRecordRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) {
    const some = rows.slice(at, at + 500);
    const written = await queries
      .insertInto('record')
      .values(some)
      .onConflict((conflict) =>
        conflict
          .columns(['type', 'id'])
          .doUpdateSet((update) => ({
            version: update.ref('excluded.version'),
            deleted: update.ref('excluded.deleted'),
            body: update.ref('excluded.body'),
            deleted_at: update.ref('excluded.deleted_at'),
          }))
          .whereRef('record.partner_id', '=', 'excluded.partner_id'),
      )
      .returning(['type', 'id'])
      .execute();
    if (written.length !== some.length) {
      throw new TemporaryFailure('A record was written by another partner meanwhile');
    }
  }
}

export async function addRefusal(
  queries: Queries,
  refusal: {
    readonly clientId: string;
    readonly mutation: SentMutation;
    readonly rejection: Rejection;
    readonly missing: readonly RecordKey[];
    readonly receivedAt: Date;
  },
): Promise<void> {
  await queries
    .insertInto('refusal')
    .values({
      client_id: refusal.clientId,
      seq: refusal.mutation.seq,
      rejection: JSON.stringify(refusal.rejection),
      mutation: JSON.stringify(refusal.mutation),
      missing: JSON.stringify(refusal.missing),
      received_at: refusal.receivedAt,
    })
    .execute();
}

/** What was refused to this client with a seq in [from, to], in order. */
export const findRefusals = (
  queries: Queries,
  clientId: string,
  from: number,
  to = Number.MAX_SAFE_INTEGER,
) =>
  queries
    .selectFrom('refusal')
    .select(['seq', 'rejection'])
    .where('client_id', '=', clientId)
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .orderBy('seq')
    .execute();

/** For each record that a refused mutation of this client would have made: the first such seq. */
export async function findMissingBecauseRefused(
  queries: Queries,
  clientId: string,
): Promise<Map<string, number>> {
  const rows = await queries
    .selectFrom('refusal')
    .select(['seq', 'missing'])
    .where('client_id', '=', clientId)
    .orderBy('seq', 'desc')
    .execute();
  return new Map(rows.flatMap(({ seq, missing }) => missing.map((key) => [keyText(key), seq] as const)));
}

/** The refusals this client got for these edits. */
export const findRefusalsOf = (queries: Queries, clientId: string, editIds: readonly string[]) =>
  editIds.length === 0
    ? Promise.resolve([])
    : queries
        .selectFrom('refusal')
        .select(['seq', 'rejection'])
        .where('client_id', '=', clientId)
        .where(sql<string>`mutation ->> 'editId'`, 'in', editIds)
        .execute();

export interface Position {
  readonly version: number;
  readonly type: string;
  readonly id: string;
}

/** The partner's records after a position, oldest change first. Tombstones only for a client that may know the record. */
export async function changesAfter(
  queries: Queries,
  partnerId: string,
  after: Position,
  options: {
    readonly tombstones: boolean;
    readonly without: readonly RecordType[];
    /** Edit conflicts about records of these types. */
    readonly withoutConflicts: readonly RecordType[];
    readonly limit: number;
  },
): Promise<RecordChange[]> {
  let query = queries
    .selectFrom('record')
    .select(['type', 'id', 'version', 'deleted', 'body'])
    .where('partner_id', '=', partnerId)
    .where(
      sql<boolean>`(version, type, id) > (${after.version}::bigint, ${after.type}::text, ${after.id}::text)`,
    )
    .orderBy('version')
    .orderBy('type')
    .orderBy('id')
    .limit(options.limit);
  if (options.without.length > 0) query = query.where('type', 'not in', options.without);
  for (const type of options.withoutConflicts) {
    query = query.where(
      sql<boolean>`(type <> 'editConflict' or (body ->> 'recordType') is distinct from ${type}::text)`,
    );
  }
  if (!options.tombstones) query = query.where('deleted', '=', false);
  const rows = await query.execute();
  return rows.map(({ type, id, version, deleted, body }) => ({
    type,
    id,
    version,
    record: deleted ? null : body,
  }));
}

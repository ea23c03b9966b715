import type { SentMutation } from '#shared/protocol/push';
import type { Rejection } from '#shared/mutations/rejection';
import type { Queries } from '../../db/database';
import { TemporaryFailure } from '../../temporary-failure';

export interface Sender {
  readonly userId: string;
  readonly partnerId: string;
  readonly clientId: string;
}

/** What became of an edit: done for this person (and why it was refused, if it was), or somebody else's. */
export type EditBefore =
  | { readonly of: 'sender'; readonly refused: Rejection | undefined }
  | { readonly of: 'another' };

/** SY-15: the edits that were done, as one push sees them and adds to them. */
export interface DoneEdits {
  /** Undefined: never seen. */
  find(editId: string): EditBefore | undefined;
  add(sent: SentMutation, refused: Rejection | undefined): void;
  /** Stores what was added. */
  flush(receivedAt: Date): Promise<void>;
}

/** Reads what is known of the edits named in these mutations. Call under the partner's lock: what a colleague's push does meanwhile is not seen. */
export async function doneEdits(
  queries: Queries,
  sender: Sender,
  mutations: readonly SentMutation[],
): Promise<DoneEdits> {
  const editIds = mutations.flatMap(({ editId }) => editId ?? []);
  const rows = editIds.length === 0 ? [] : await findDone(queries, editIds);
  const known = new Map<string, EditBefore>(
    rows.map(({ editId, userId, partnerId, rejection }) => {
      const isOwn = userId === sender.userId && partnerId === sender.partnerId;
      return [editId, isOwn ? { of: 'sender', refused: rejection ?? undefined } : { of: 'another' }];
    }),
  );
  const added = new Map<string, number>();

  return {
    find: (editId) => known.get(editId),
    add: ({ editId, seq }, refused) => {
      if (editId === undefined || editId === null) return;
      // Of this very mutation the last word counts: storing it may have failed after it was decided.
      if (known.has(editId) && added.get(editId) !== seq) return;
      known.set(editId, { of: 'sender', refused });
      added.set(editId, seq);
    },
    flush: async (receivedAt) => {
      if (added.size === 0) return;
      const values = [...added].map(([editId, seq]) => ({
        edit_id: editId,
        user_id: sender.userId,
        partner_id: sender.partnerId,
        client_id: sender.clientId,
        seq,
        received_at: receivedAt,
      }));
      const stored = await queries
        .insertInto('done_edit')
        .values(values)
        .onConflict((conflict) => conflict.column('edit_id').doNothing())
        .returning('edit_id')
        .execute();
      if (stored.length !== values.length) {
        throw new TemporaryFailure('An edit id was used by another partner meanwhile');
      }
    },
  };
}

const findDone = (queries: Queries, editIds: readonly string[]) =>
  queries
    .selectFrom('done_edit')
    .leftJoin('refusal', (join) =>
      join.onRef('refusal.client_id', '=', 'done_edit.client_id').onRef('refusal.seq', '=', 'done_edit.seq'),
    )
    .select(['edit_id as editId', 'user_id as userId', 'partner_id as partnerId', 'rejection'])
    .where('edit_id', 'in', editIds)
    .execute();

/**
 * SY-15: true when a `seq` that was processed comes with an edit that never was: another store, a copy, works under the same client id. Numbers
 * from before the app knew edit ids tell nothing.
 */
export async function isForked(
  queries: Queries,
  client: { readonly last_seq: number; readonly edit_ids_from: number | null },
  mutations: readonly SentMutation[],
): Promise<boolean> {
  const from = client.edit_ids_from ?? Infinity;
  const editIds = mutations
    .filter(({ seq }) => seq <= client.last_seq && seq >= from)
    .flatMap(({ editId }) => editId ?? []);
  if (editIds.length === 0) return false;
  const known = new Set((await findDone(queries, editIds)).map(({ editId }) => editId));
  return editIds.some((editId) => !known.has(editId));
}

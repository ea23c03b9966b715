import { keyText } from '#shared/domain/records';
import { newId } from '#shared/lib/ids';
import type { Rejection } from '#shared/mutations/rejection';
import type { ClientDatabase } from '../db/database';
import { getMeta } from '../db/meta';
import { touchedBy, type Clock } from '../db/mutate';
import type { AttentionRow, OutboxRow } from '../db/rows';
import type { WorkingSet } from '../db/working-set';
import { chosenBefore } from './parted';
import type { Fallen } from './rebase';

/**
 * SY-4, inside the pull's transaction: each refused mutation becomes an attention item with its arguments, the reason and what the
 * server has now. One that fell only because an earlier one did is parked with it. Work that was refused before, under another client id
 * (SY-15), has its item already.
 */
export async function keepRefusals(
  db: ClientDatabase,
  now: Clock,
  refusals: readonly Fallen[],
  records: WorkingSet,
): Promise<void> {
  if (refusals.length === 0) return;
  await records.load(refusals.flatMap(({ entry }) => touchedBy(entry.name, entry.args)));
  const open = await db.attention.where('open').equals(1).toArray();
  const refusedAt = now().toISOString();
  const knownAfterSeq = (await getMeta(db, 'lastSeq')) ?? 0;
  for (const { entry, rejection } of refusals.toSorted((a, b) => a.entry.seq - b.entry.seq)) {
    const known = await db.attention.where('editId').equals(entry.editId).count();
    if (known > 0) continue;
    const { state: _, ...kept } = entry;
    const resolution = await chosenBefore(db, entry);
    const item: AttentionRow = {
      ...kept,
      id: newId(),
      refusedAt,
      rejection,
      serverState: touchedBy(entry.name, entry.args).map((key) => ({
        key: { type: key.type, id: key.id },
        record: records.serverRecord(key),
      })),
      parkedWith: cause(entry, rejection, open)?.id ?? null,
      knownAfterSeq,
      open: resolution ? 0 : 1,
      resolution,
    };
    await db.attention.add(item);
    if (!resolution) open.push(item);
  }
}

/** The open item this refusal follows from. Chains hang on their first item, so that one decision settles all of them. */
function cause(
  entry: OutboxRow,
  rejection: Rejection,
  open: readonly AttentionRow[],
): AttentionRow | undefined {
  const found = direct(entry, rejection, open);
  return found?.parkedWith ? (open.find(({ id }) => id === found.parkedWith) ?? found) : found;
}

function direct(
  entry: OutboxRow,
  rejection: Rejection,
  open: readonly AttentionRow[],
): AttentionRow | undefined {
  /** Refused while this one was already made, so it was made over the other's effect. */
  const under = open.filter(
    ({ clientId, seq, knownAfterSeq = seq }) =>
      clientId === entry.clientId && seq < entry.seq && entry.seq <= knownAfterSeq,
  );
  switch (rejection.type) {
    case 'depends-on-refused':
      return open.find(({ clientId, seq }) => clientId === entry.clientId && seq === rejection.seq);
    case 'edited-elsewhere': {
      // SY-13: what it saw last was the edit that was refused.
      const seen = entry.saw[keyText({ type: rejection.recordType, id: rejection.id })];
      return open.find(({ editId }) => editId === seen);
    }
    case 'not-found':
    case 'wrong-state': {
      const key = keyText({ type: rejection.recordType, id: rejection.id });
      return under.findLast(({ touches }) => touches.includes(key));
    }
    case 'item-not-found':
    case 'content-changed':
    case 'quote-empty':
      return under.findLast(({ touches }) => touches.some((key) => entry.touches.includes(key)));
    default:
      return undefined;
  }
}

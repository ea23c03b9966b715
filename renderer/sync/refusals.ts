import { keyText } from '#shared/domain/records';
import { newId } from '#shared/lib/ids';
import type { Rejection } from '#shared/mutations/rejection';
import type { ClientDatabase } from '../db/database';
import { touchedBy, type Clock } from '../db/mutate';
import type { AttentionRow, OutboxRow } from '../db/rows';
import type { WorkingSet } from '../db/working-set';

export interface Refusal {
  readonly entry: OutboxRow;
  readonly rejection: Rejection;
}

/**
 * SY-4, inside the pull's transaction: each refused mutation becomes an attention item with its arguments, the reason and what the
 * server has now. One that fell only because an earlier one did is parked with it.
 */
export async function keepRefusals(
  db: ClientDatabase,
  now: Clock,
  refusals: readonly Refusal[],
  records: WorkingSet,
): Promise<void> {
  if (refusals.length === 0) return;
  await records.load(refusals.flatMap(({ entry }) => touchedBy(entry.name, entry.args)));
  const open = await db.attention.where('open').equals(1).toArray();
  const refusedAt = now().toISOString();
  for (const { entry, rejection } of refusals.toSorted((a, b) => a.entry.seq - b.entry.seq)) {
    const known = await db.attention.where('[clientId+seq]').equals([entry.clientId, entry.seq]).count();
    if (known > 0) continue;
    const { state: _, ...kept } = entry;
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
      open: 1,
      resolution: null,
    };
    await db.attention.add(item);
    open.push(item);
  }
}

/** The refused item this refusal follows from: the one the server names, else the last before it over a record it needed. */
function cause(
  { seq, clientId, touches }: OutboxRow,
  rejection: Rejection,
  open: readonly AttentionRow[],
): AttentionRow | undefined {
  const earlier = open.filter((item) => item.clientId === clientId && item.seq < seq);
  const found =
    rejection.type === 'depends-on-refused'
      ? earlier.find((item) => item.seq === rejection.seq)
      : earlier.findLast(
          (item) =>
            needed(rejection).some((key) => item.touches.includes(key)) ||
            (rejection.type === 'item-not-found' && item.touches.some((key) => touches.includes(key))),
        );
  // Chains hang on their first item, so that one decision settles all of them.
  return found?.parkedWith ? open.find(({ id }) => id === found.parkedWith) : found;
}

function needed(rejection: Rejection): readonly string[] {
  return rejection.type === 'not-found' || rejection.type === 'wrong-state'
    ? [keyText({ type: rejection.recordType, id: rejection.id })]
    : [];
}

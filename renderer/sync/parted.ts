import { keyText, type RecordType } from '#shared/domain/records';
import type { GuardedKey } from '#shared/mutations/mutation';
import { findMutation } from '#shared/mutations/registry';
import type { Rejection } from '#shared/mutations/rejection';
import type { ClientDatabase } from '../db/database';
import type { Clock } from '../db/mutate';
import type { AttentionRow, OutboxRow, PartedChoice, PartedRow, RecordRow, Resolution } from '../db/rows';
import type { WorkingSet } from '../db/working-set';
import type { Fallen } from './rebase';

/**
 * SY-13, inside the pull's transaction: where this person's work on a guarded record is no longer in what they see, because the record was
 * changed elsewhere, their whole version is kept beside the server's. `before`: the rows with pending work as they were; `outbox` as it
 * was, `refused` what the server refused of it, `fallen` what it is about to refuse.
 */
export async function keepParted(
  db: ClientDatabase,
  now: Clock,
  { before, outbox, refused, fallen, records }: PartedInput,
): Promise<void> {
  const rows = new Map(before.map((row) => [keyText(row), row]));
  const seqs = new Map(outbox.map(({ editId, seq }) => [editId, seq]));
  const part = async ({ entry, rejection }: Fallen, key: GuardedKey): Promise<void> => {
    const row = rows.get(keyText(key));
    const wasSeen = row?.pending.includes(seqs.get(entry.editId) ?? 0) === true;
    if (row && wasSeen && isAbout(rejection, key)) await keepVersion(db, now, row, entry);
  };
  for (const one of refused) for (const key of guardedBy(one.entry)) await part(one, key);
  for (const one of fallen) {
    for (const key of guardedBy(one.entry)) {
      if (!isContained(one.entry, key, outbox, records)) await part(one, key);
    }
  }
}

interface PartedInput {
  readonly before: readonly RecordRow[];
  readonly outbox: readonly OutboxRow[];
  readonly refused: readonly Fallen[];
  readonly fallen: readonly Fallen[];
  readonly records: WorkingSet;
}

async function keepVersion(db: ClientDatabase, now: Clock, row: RecordRow, entry: OutboxRow): Promise<void> {
  const { type, id } = row;
  const known = await db.parted.get([type, id]);
  if (known?.open !== 1) {
    await db.parted.put({
      type,
      id,
      base: row.shadow ?? null,
      mine: row.value,
      partedAt: now().toISOString(),
      editIds: [entry.editId],
      open: 1,
      chosen: known?.chosen ?? [],
    });
  } else if (followsFrom(known, entry) && !known.editIds.includes(entry.editId)) {
    await db.parted.put({ ...known, editIds: [...known.editIds, entry.editId] });
  }
}

/** What was built on the version kept is in it. Work on the server's version that meets a third one is not: it stays an item of its own. */
function followsFrom(parted: PartedRow, { saw }: OutboxRow): boolean {
  const seen = saw[keyText(parted)];
  const first = parted.base === null ? '' : lastEditOf(parted.base);
  return seen === undefined || seen === first || parted.editIds.includes(seen);
}

/** The server has it already, under another client id (SY-15): its record says that this edit, or a later one of the same store, came last. */
function isContained(
  entry: OutboxRow,
  key: GuardedKey,
  outbox: readonly OutboxRow[],
  records: WorkingSet,
): boolean {
  const lastEdit = lastEditOf(records.serverRecord(key));
  const last = outbox.findIndex(({ editId }) => editId === lastEdit);
  return last !== -1 && outbox.findIndex(({ editId }) => editId === entry.editId) <= last;
}

export function guardedBy({ name, args }: Pick<OutboxRow, 'name' | 'args'>): readonly GuardedKey[] {
  const mutation = findMutation(name);
  const parsed = mutation?.args.safeParse(args);
  return parsed?.success ? (mutation?.guards?.(parsed.data) ?? []) : [];
}

function isAbout(rejection: Rejection, key: GuardedKey): boolean {
  switch (rejection.type) {
    case 'edited-elsewhere':
    case 'wrong-state':
    case 'not-found':
      return rejection.recordType === key.type && rejection.id === key.id;
    case 'item-not-found':
    case 'depends-on-refused':
      return true;
    default:
      return false;
  }
}

const lastEditOf = (record: unknown): string =>
  typeof record === 'object' && record !== null && 'lastEdit' in record && typeof record.lastEdit === 'string'
    ? record.lastEdit
    : '';

/**
 * Inside a transaction over parted, outbox and attention: there is nothing left to choose where the edits behind it were accepted after all, or
 * sent again, or given up one by one.
 */
export async function closeParted(db: ClientDatabase): Promise<void> {
  for (const row of await db.parted.where('open').equals(1).toArray()) {
    const editIds = [...row.editIds];
    const onTheirWay = await db.outbox.where('editId').anyOf(editIds).count();
    const items = await db.attention.where('editId').anyOf(editIds).toArray();
    if (onTheirWay === 0 && items.every(({ open }) => open === 0)) await db.parted.put({ ...row, open: 0 });
  }
}

/**
 * SY-13: the person chose between their version and the server's. Closes the parted row and the attention items of its edits in one
 * transaction; refusals that are still to come are settled by it too. What was parked with them and is no part of the version, such as an order
 * placed on it, goes on waiting by itself. What to do about the record (`replaceQuote`, a copy) is done before it: a
 * choice made twice does less harm than one that got lost. Nothing happens where nothing is open.
 */
export async function settleParted(
  db: ClientDatabase,
  now: Clock,
  type: RecordType,
  id: string,
  how: PartedChoice,
): Promise<void> {
  await db.transaction('rw', db.parted, db.attention, async () => {
    const row = await db.parted.get([type, id]);
    if (row?.open !== 1) return;
    const resolution: Resolution = { how, at: now().toISOString() };
    const items = await db.attention
      .where('editId')
      .anyOf([...row.editIds])
      .toArray();
    const ids = items.map((item) => item.id);
    const parked = await db.attention.where('parkedWith').anyOf(ids).toArray();
    const isPart = (item: AttentionRow): boolean =>
      items.some(({ id: part }) => part === item.id) ||
      guardedBy(item).some((key) => key.type === type && key.id === id);
    const open = [...items, ...parked].filter((item) => item.open === 1);
    await db.attention.bulkPut(
      open.map((item) => (isPart(item) ? { ...item, open: 0, resolution } : { ...item, parkedWith: null })),
    );
    const known = new Set(items.map(({ editId }) => editId));
    const toCome = row.editIds.filter((editId) => !known.has(editId));
    const chosen = [...(row.chosen ?? []), ...toCome.map((editId) => ({ editId, resolution }))];
    await db.parted.put({ ...row, open: 0, chosen });
  });
}

/** How the person settled this edit before its refusal came. */
export async function chosenBefore(db: ClientDatabase, entry: OutboxRow): Promise<Resolution | null> {
  for (const { type, id } of guardedBy(entry)) {
    const row = await db.parted.get([type, id]);
    const found = row?.chosen?.find(({ editId }) => editId === entry.editId);
    if (found) return found.resolution;
  }
  return null;
}

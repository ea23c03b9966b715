import { keyText } from '../domain/records';
import type { GuardedKey, MutationContext, RecordReader, RecordWrite, Saw } from './mutation';

/** SY-13: what to remember of the guarded records when a mutation is captured on them. Records not there yet have nothing to see. */
export function sawNow(guarded: readonly GuardedKey[], records: RecordReader): Saw {
  return Object.fromEntries(
    guarded.flatMap((key) => {
      const record = records.get(key.type, key.id);
      return record ? [[keyText(key), record.lastEdit ?? ''] as const] : [];
    }),
  );
}

/** SY-13: the first guarded record that somebody else has changed since the person saw it. Work that says nothing of it is not held to it. */
export function partedFrom(
  guarded: readonly GuardedKey[],
  records: RecordReader,
  { saw }: MutationContext,
): GuardedKey | undefined {
  return guarded.find((key) => {
    const seen = saw?.[keyText(key)];
    const record = records.get(key.type, key.id);
    return seen !== undefined && record !== undefined && (record.lastEdit ?? '') !== seen;
  });
}

/** SY-13: marks the guarded records it writes as last changed by this edit. */
export function stampEdits(
  writes: readonly RecordWrite[],
  guarded: readonly GuardedKey[],
  { editId }: MutationContext,
): readonly RecordWrite[] {
  if (editId === undefined || guarded.length === 0) return writes;
  const keys = new Set(guarded.map(keyText));
  return writes.map((write) =>
    write.type === 'quote' && write.record !== null && keys.has(keyText(write))
      ? { ...write, record: { ...write.record, lastEdit: editId } }
      : write,
  );
}

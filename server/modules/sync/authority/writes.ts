import type { RecordOf, RecordType } from '#shared/domain/records';
import type { RecordWrite } from '#shared/mutations/mutation';

/** The record of that type that the mutation wrote. Throws when there is none: the mutation's own code says there is. */
export function writtenOf<T extends RecordType>(writes: readonly RecordWrite[], type: T): RecordOf<T> {
  const record = writes.find((write) => write.type === type)?.record;
  if (!record) throw new Error(`The mutation wrote no ${type}`);
  return record as RecordOf<T>;
}

/** The writes with other records in the place of those of the same type and id. */
export const withRecords = (
  writes: readonly RecordWrite[],
  ...changed: readonly RecordWrite[]
): RecordWrite[] =>
  writes.map((write) => changed.find(({ type, id }) => type === write.type && id === write.id) ?? write);

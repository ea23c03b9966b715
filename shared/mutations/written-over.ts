import { keyText, type RecordOf, type RecordType } from '../domain/records';
import type { RecordReader, RecordWrite } from './mutation';

/** What reads as `records` with these writes done. */
export function writtenOver(records: RecordReader, writes: readonly RecordWrite[]): RecordReader {
  const written = new Map(writes.map((write) => [keyText(write), write.record]));
  return {
    get: <T extends RecordType>(type: T, id: string) => {
      const key = keyText({ type, id });
      if (!written.has(key)) return records.get(type, id);
      return (written.get(key) ?? undefined) as RecordOf<T> | undefined;
    },
  };
}

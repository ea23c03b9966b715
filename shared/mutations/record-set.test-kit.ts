import { keyText, type RecordKey, type RecordOf, type RecordType } from '../domain/records';
import type { MutationContext, RecordReader, RecordWrite } from './mutation';

/** Records in memory, the smallest store a mutation can run on. */
export class RecordSet implements RecordReader {
  readonly #records = new Map<string, unknown>();

  get<T extends RecordType>(type: T, id: string): RecordOf<T> | undefined {
    return this.#records.get(keyText({ type, id })) as RecordOf<T> | undefined;
  }

  write(writes: readonly RecordWrite[]): void {
    for (const { type, id, record } of writes) {
      if (record === null) this.#records.delete(keyText({ type, id }));
      else this.#records.set(keyText({ type, id }), record);
    }
  }

  /** What a mutation may read: only the keys it named. */
  only(keys: readonly RecordKey[]): RecordReader {
    const named = new Set(keys.map(keyText));
    return {
      get: <T extends RecordType>(type: T, id: string) =>
        named.has(keyText({ type, id })) ? this.get(type, id) : undefined,
    };
  }
}

export const aRep: MutationContext = {
  userId: 'rep-1',
  partnerId: 'partner-1',
  role: 'rep',
  capturedAt: '2026-03-01T09:00:00.000Z',
};

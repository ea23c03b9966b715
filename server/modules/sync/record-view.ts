import { keyText, type RecordKey, type RecordOf, type RecordType } from '#shared/domain/records';
import type { RecordReader, RecordWrite } from '#shared/mutations/mutation';
import type { Queries } from '../../db/database';
import { findRecords, recordsOfType, writeRecords } from './repository';

/**
 * One partner's records inside one push: what is stored, with what earlier mutations of the push wrote on top. Records of other partners read
 * as absent, and cannot be written.
 */
export interface RecordView extends RecordReader {
  /** Reads these from the database unless that was done before. Keys not loaded read as absent. */
  load(keys: readonly RecordKey[]): Promise<void>;
  /** All the partner's records of a type, by id. */
  all<T extends RecordType>(type: T): Promise<RecordOf<T>[]>;
  /** True when the id is another partner's. Ids are made unique, so nobody meets this by chance. */
  isTaken(key: RecordKey): boolean;
  write(writes: readonly RecordWrite[]): void;
  /** Stores all that was written since the last time, under one version. Returns false when there was nothing. */
  flush(version: number): Promise<boolean>;
}

export function recordView(queries: Queries, partnerId: string, now: Date): RecordView {
  const known = new Map<string, unknown>();
  const taken = new Set<string>();
  /** Types of which every record is known. */
  const whole = new Set<RecordType>();
  const written = new Map<string, RecordWrite>();

  return {
    load: async (keys) => {
      const unknownKeys = keys.filter((key) => !known.has(keyText(key)));
      for (let at = 0; at < unknownKeys.length; at += 500) {
        const some = unknownKeys.slice(at, at + 500);
        const rows = await findRecords(queries, some);
        // Not before they are read: what could not be read is not absent.
        for (const key of some) known.set(keyText(key), undefined);
        for (const row of rows) {
          if (row.partner_id !== partnerId) taken.add(keyText(row));
          else if (!row.deleted) known.set(keyText(row), row.body);
        }
      }
    },

    get: <T extends RecordType>(type: T, id: string) =>
      known.get(keyText({ type, id })) as RecordOf<T> | undefined,

    all: async <T extends RecordType>(type: T) => {
      // Once: under the partner's lock nobody else adds to them.
      const rows = whole.has(type) ? [] : await recordsOfType(queries, partnerId, type);
      whole.add(type);
      for (const row of rows) {
        const key = keyText({ type, id: row.id });
        // What is known already may be newer: written by this push.
        if (!known.has(key)) known.set(key, row.body);
      }
      return [...known]
        .filter(([key, record]) => key.startsWith(`${type}:`) && record !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, record]) => record as RecordOf<T>);
    },

    isTaken: (key) => taken.has(keyText(key)),

    write: (writes) => {
      for (const write of writes) {
        if (write.record !== null && write.record.partnerId !== partnerId) {
          throw new Error(`${keyText(write)} was written for another partner`);
        }
        known.set(keyText(write), write.record ?? undefined);
        written.set(keyText(write), write);
      }
    },

    flush: async (version) => {
      if (written.size === 0) return false;
      const rows = [...written.values()].map(({ type, id, record }) => ({
        type,
        id,
        partner_id: partnerId,
        version,
        deleted: record === null,
        body: JSON.stringify(record),
        deleted_at: record === null ? now : null,
      }));
      await writeRecords(queries, rows);
      written.clear();
      return true;
    },
  };
}

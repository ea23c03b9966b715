import { keyText, type RecordKey, type RecordOf, type RecordType } from '#shared/domain/records';
import type { RecordReader, RecordWrite } from '#shared/mutations/mutation';
import type { ClientDatabase } from './database';
import type { RecordRow } from './rows';

/**
 * Rows of one transaction, changed in memory and stored at its end. A row with pending work keeps the server's record as its
 * shadow; that is what makes going back to the server's state possible.
 */
export class WorkingSet {
  readonly #rows = new Map<string, RecordRow | undefined>();
  readonly #changed = new Map<string, RecordKey>();

  constructor(private readonly db: ClientDatabase) {}

  /** Reads the rows named that are not here yet. */
  async load(keys: readonly RecordKey[]): Promise<void> {
    const missing = keys.filter((key) => !this.#rows.has(keyText(key)));
    if (missing.length === 0) return;
    const rows = await this.db.records.bulkGet(
      missing.map(({ type, id }): [RecordType, string] => [type, id]),
    );
    missing.forEach((key, index) => this.#rows.set(keyText(key), rows[index]));
  }

  /** Takes rows that were read another way. */
  adopt(rows: readonly RecordRow[]): void {
    for (const row of rows) if (!this.#rows.has(keyText(row))) this.#rows.set(keyText(row), row);
  }

  row(key: RecordKey): RecordRow | undefined {
    return this.#rows.get(keyText(key));
  }

  set(row: RecordRow): void {
    this.#rows.set(keyText(row), row);
    this.#changed.set(keyText(row), row);
  }

  /** The server's own state, whatever is pending. */
  serverRecord(key: RecordKey): RecordOf<RecordType> | null {
    const row = this.row(key);
    if (!row) return null;
    return row.pending.length > 0 ? (row.shadow ?? null) : row.value;
  }

  reader(): RecordReader {
    return {
      get: <T extends RecordType>(type: T, id: string) =>
        (this.row({ type, id })?.value ?? undefined) as RecordOf<T> | undefined,
    };
  }

  /** Makes mutation `seq`'s writes visible and remembers that they are not the server's yet. */
  writeOptimistic(seq: number, writes: readonly RecordWrite[]): void {
    for (const { type, id, record } of writes) {
      const before = this.row({ type, id });
      this.set({
        type,
        id,
        value: record,
        shadow: this.serverRecord({ type, id }),
        serverVersion: before?.serverVersion ?? 0,
        pending: [...(before?.pending ?? []).filter((other) => other !== seq), seq],
      });
    }
  }

  /** Stores what changed. A record that neither the server nor pending work has is not kept. */
  async store(): Promise<void> {
    const puts: RecordRow[] = [];
    const deletes: [RecordType, string][] = [];
    for (const { type, id } of this.#changed.values()) {
      const row = this.row({ type, id });
      if (!row || (row.value === null && row.pending.length === 0)) deletes.push([type, id]);
      else puts.push(row);
    }
    await this.db.records.bulkPut(puts);
    await this.db.records.bulkDelete(deletes);
  }
}

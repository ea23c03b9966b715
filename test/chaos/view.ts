import type { RecordOf, RecordType } from '#shared/domain/records';
import type { ClientDatabase } from '../../renderer/db/database';

/** What a window shows of each type, in the order of ids. */
export class View {
  private constructor(private readonly records: ReadonlyMap<string, readonly unknown[]>) {}

  static async of(db: ClientDatabase): Promise<View> {
    const byType = new Map<string, unknown[]>();
    for (const { type, value } of await db.records.toArray()) {
      if (value === null) continue;
      const known = byType.get(type);
      if (known) known.push(value);
      else byType.set(type, [value]);
    }
    return new View(byType);
  }

  all<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return (this.records.get(type) ?? []) as readonly RecordOf<T>[];
  }

  /** One of them; undefined when there are none. */
  pick<T extends RecordType>(type: T, at: number): RecordOf<T> | undefined {
    return pickFrom(this.all(type), at);
  }
}

export const pickFrom = <T>(items: readonly T[], at: number): T | undefined =>
  items.length === 0 ? undefined : items[at % items.length];

/** Sorted strings in one piece of memory: string `i` is `text` from `ends[i - 1]` (or 0) to `ends[i]`. Order is by UTF-16 code unit. */
export interface StringTable {
  readonly text: string;
  readonly ends: Uint32Array;
}

/** A half-open range of positions: `from` is in it, `to` is not. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export function makeStringTable(sorted: readonly string[]): StringTable {
  const ends = new Uint32Array(sorted.length);
  let end = 0;
  sorted.forEach((entry, i) => {
    end += entry.length;
    ends[i] = end;
  });
  return { text: sorted.join(''), ends };
}

export const startOf = (table: StringTable, i: number): number => (i === 0 ? 0 : (table.ends[i - 1] ?? 0));
export const lengthOf = (table: StringTable, i: number): number => (table.ends[i] ?? 0) - startOf(table, i);
export const stringAt = (table: StringTable, i: number): string =>
  table.text.slice(startOf(table, i), table.ends[i]);

/** The first position in [from, to) where `after` holds, or `to`; `after` must be false, then true. */
export function firstWhere(from: number, to: number, after: (i: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (after(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where the strings that begin with `prefix` stand. */
export function prefixRange(table: StringTable, prefix: string): Range {
  const count = table.ends.length;
  const from = firstWhere(0, count, (i) => stringAt(table, i) >= prefix);
  const to = firstWhere(from, count, (i) => !stringAt(table, i).startsWith(prefix));
  return { from, to };
}

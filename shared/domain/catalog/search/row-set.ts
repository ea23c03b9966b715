/** A set of row ordinals, one bit each. */
export type RowSet = Uint32Array;

export const emptyRowSet = (rows: number): RowSet => new Uint32Array((rows + 31) >>> 5);

export function addRow(set: RowSet, ordinal: number): void {
  const word = ordinal >>> 5;
  set[word] = (set[word] ?? 0) | (1 << (ordinal & 31));
}

export function keepCommon(set: RowSet, other: RowSet): void {
  for (let i = 0; i < set.length; i += 1) set[i] = (set[i] ?? 0) & (other[i] ?? 0);
}

export function addAll(set: RowSet, other: RowSet): void {
  for (let i = 0; i < set.length; i += 1) set[i] = (set[i] ?? 0) | (other[i] ?? 0);
}

export function removeAll(set: RowSet, other: RowSet): void {
  for (let i = 0; i < set.length; i += 1) set[i] = (set[i] ?? 0) & ~(other[i] ?? 0);
}

// Plain loops: the array methods with callbacks take ten times as long on sets this size.
export function isEmpty(set: RowSet): boolean {
  for (let i = 0; i < set.length; i += 1) if (set[i] !== 0) return false;
  return true;
}

export function countRows(set: RowSet): number {
  let count = 0;
  for (let i = 0; i < set.length; i += 1) count += bitCount(set[i] ?? 0);
  return count;
}

/** Calls `visit` for each ordinal that is in both sets, ascending, until it answers false. */
export function eachCommonRow(set: RowSet, other: RowSet, visit: (ordinal: number) => boolean): void {
  for (let i = 0; i < set.length; i += 1) {
    let word = (set[i] ?? 0) & (other[i] ?? 0);
    while (word !== 0) {
      const lowest = word & -word;
      if (!visit(i * 32 + (31 - Math.clz32(lowest)))) return;
      word ^= lowest;
    }
  }
}

/** The parallel bit count of Hacker's Delight, 5-1. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

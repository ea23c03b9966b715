/** A set of code points as ascending, disjoint ranges. */
export interface CodePointRanges {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Ascending code points as text: for each range the gap since the last one's end and its length less one, in base 36,
 * e.g. "w.2m" is 32 to 126. The length is left out when the range is a single code point.
 */
export function toRanges(codePoints: readonly number[]): string {
  const ranges: [start: number, end: number][] = [];
  for (const codePoint of codePoints) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] + 1 === codePoint) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  let previousEnd = 0;
  return ranges
    .map(([start, end]) => {
      const gap = (start - previousEnd).toString(36);
      previousEnd = end;
      return start === end ? gap : `${gap}.${(end - start).toString(36)}`;
    })
    .join(',');
}

/** Reads what `toRanges` wrote. */
export function fromRanges(text: string): CodePointRanges {
  const starts: number[] = [];
  const ends: number[] = [];
  let end = 0;
  for (const range of text.split(',')) {
    const [gap = '0', length = '0'] = range.split('.');
    const start = end + Number.parseInt(gap, 36);
    end = start + Number.parseInt(length, 36);
    starts.push(start);
    ends.push(end);
  }
  return { starts, ends };
}

/** Binary search. */
export function hasCodePoint(ranges: CodePointRanges, codePoint: number): boolean {
  let low = 0;
  let high = ranges.starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (ranges.starts[middle] ?? 0)) high = middle - 1;
    else if (codePoint > (ranges.ends[middle] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

import { diff3MergeRegions, diffComm } from 'node-diff3';

/** Longer texts are not compared line by line: that takes time with the square of their lines. */
const maxComparedLines = 400;

/**
 * SY-14: a text that two people changed apart. What only one of them changed is as that one has it; where both did, all lines of both
 * stand there, first `kept`, then `other`. No line that either of them wrote is lost, and no line that neither touched.
 */
export function mergeLines(base: string, kept: string, other: string): string {
  const texts = [base, kept, other].map(linesOf) as [string[], string[], string[]];
  const merged = texts.some(({ length }) => length > maxComparedLines) ? undefined : mergeByRegion(...texts);
  return (merged && holdsAll(merged, ...texts) ? merged : allLinesOf(texts[1], texts[2])).join('\n');
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

const mergeByRegion = (base: string[], kept: string[], other: string[]): string[] =>
  diff3MergeRegions(kept, base, other).flatMap((region) =>
    region.stable
      ? region.bufferContent
      : diffComm(region.aContent, region.bContent).flatMap(
          ({ common, buffer1, buffer2 }) => common ?? [...buffer1, ...buffer2],
        ),
  );

/** Whether every line is there that one of them wrote, or both still have: equal lines that each deleted elsewhere could go altogether. */
function holdsAll(merged: string[], base: string[], kept: string[], other: string[]): boolean {
  const [inMerged, inBase, inOther] = [new Set(merged), new Set(base), new Set(other)];
  return (
    kept.every((line) => inMerged.has(line) || (inBase.has(line) && !inOther.has(line))) &&
    other.every((line) => inMerged.has(line) || inBase.has(line))
  );
}

const allLinesOf = (kept: string[], other: string[]): string[] => {
  const there = new Set(kept);
  return [...kept, ...other.filter((line) => !there.has(line))];
};

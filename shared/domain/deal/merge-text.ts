import { mergeLines } from './merge-lines';

/**
 * SY-14: `wanted`, written over a text that read `base`, where it reads `now`: no line of either is lost. Without a base the new text counts.
 * Undefined when both do not fit into `longest` characters.
 */
export function mergeText(
  base: string | undefined,
  now: string,
  wanted: string,
  longest: number,
): string | undefined {
  if (base === undefined || now === base || now === wanted) return wanted;
  if (wanted === base) return now;
  const merged = mergeLines(base, now, wanted);
  return merged.length <= longest ? merged : undefined;
}

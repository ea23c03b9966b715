import { notoSans, notoSansSc } from './font-coverage';
import { fromRanges, hasCodePoint } from './ranges';

export const proposalFonts = { latin: 'Noto Sans', chinese: 'Noto Sans SC' } as const;
export type ProposalFont = (typeof proposalFonts)[keyof typeof proposalFonts];

export interface TextRun {
  readonly font: ProposalFont;
  readonly text: string;
}

export interface SplitText {
  readonly runs: readonly TextRun[];
  /** Characters no font can draw, each once; a half of a broken pair as "U+D83D". */
  readonly missing: readonly string[];
}

const latin = fromRanges(notoSans);
const chinese = fromRanges(notoSansSc);

/** Marks both fonts have, full width in Chinese: they follow the character before them. */
const sharedMarks = new Set('“”‘’…—·');

const isLoneSurrogate = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint <= 0xdfff;

function fontFor(character: string, previous: ProposalFont | null): ProposalFont | null {
  const codePoint = character.codePointAt(0) ?? 0;
  if (character === '\n' || character === ' ') return previous ?? proposalFonts.latin;
  if (previous === proposalFonts.chinese && sharedMarks.has(character)) return previous;
  if (hasCodePoint(latin, codePoint)) return proposalFonts.latin;
  if (hasCodePoint(chinese, codePoint)) return proposalFonts.chinese;
  return null;
}

/**
 * PRO-1: splits cleaned text into runs that one font can draw whole. The PDF writer has no fallback: a character its font
 * lacks vanishes, so characters that neither font has are reported instead.
 */
export function splitRuns(text: string): SplitText {
  const runs: TextRun[] = [];
  const missing = new Set<string>();
  let font: ProposalFont | null = null;
  let start = 0;
  let position = 0;
  for (const character of text) {
    const next = fontFor(character, font);
    if (next === null) {
      const codePoint = character.codePointAt(0) ?? 0;
      missing.add(isLoneSurrogate(codePoint) ? `U+${codePoint.toString(16).toUpperCase()}` : character);
    } else if (next !== font) {
      if (font !== null && position > start) runs.push({ font, text: text.slice(start, position) });
      // What could not be drawn stays with its neighbour: the document is refused anyway.
      start = font === null ? 0 : position;
      font = next;
    }
    position += character.length;
  }
  if (font !== null && position > start) runs.push({ font, text: text.slice(start) });
  return { runs, missing: [...missing] };
}

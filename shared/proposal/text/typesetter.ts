import type { MissingGlyphs, ProposalPlace } from '../proposal';
import { cleanText } from './clean-text';
import { proposalFonts, splitRuns } from './split-runs';

/** Text as the PDF writer takes it: plain where the default font draws all of it. */
export type Inline = { readonly text: string; readonly font?: string; readonly wordBreak?: 'break-all' };
export type SetText = string | Inline[];

export interface TextOrigin {
  readonly place: ProposalPlace;
  readonly itemId?: string | null;
  readonly lineNumber?: number | null;
}

/** Turns texts into runs and remembers what could not be drawn. */
export interface Typesetter {
  set(text: string, origin: TextOrigin): SetText;
  /** One entry per text, in the order the texts were set. */
  missing(): readonly MissingGlyphs[];
}

/**
 * A stretch without a place to break. The writer finds such places by the Unicode rules (after spaces and hyphens, between
 * ideographs) and cuts a single longer word slowly, so longer stretches may break at any character.
 */
const unbreakable = /[^\s\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}]{41,}/gu;
/** Letters of two units or with marks of their own: cut between graphemes, never inside. */
const hasParts = /[\p{M}\u{10000}-\u{10ffff}]/u;
const zeroWidthSpace: Inline = { text: '\u200b' };
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function cutByGraphemes(word: string, font: Partial<Inline>): Inline[] {
  const letters = [...graphemes.segment(word)].map(({ segment }) => segment);
  const pieces: Inline[] = [];
  for (let start = 0; start < letters.length; start += 8)
    pieces.push({ text: letters.slice(start, start + 8).join(''), ...font }, zeroWidthSpace);
  return pieces;
}

function withBreaks(text: string, font: Partial<Inline>): Inline[] {
  const inlines: Inline[] = [];
  let position = 0;
  for (const match of text.matchAll(unbreakable)) {
    const [word] = match;
    if (match.index > position) inlines.push({ text: text.slice(position, match.index), ...font });
    if (hasParts.test(word)) inlines.push(...cutByGraphemes(word, font));
    else inlines.push({ text: word, wordBreak: 'break-all', ...font });
    position = match.index + word.length;
  }
  if (position < text.length) inlines.push({ text: text.slice(position), ...font });
  return inlines;
}

export function createTypesetter(): Typesetter {
  const missing = new Map<string, MissingGlyphs>();
  return {
    set(text, { place, itemId = null, lineNumber = null }) {
      const split = splitRuns(cleanText(text));
      if (split.missing.length > 0) {
        const key = `${place} ${itemId ?? ''}`;
        const known = missing.get(key)?.characters ?? [];
        missing.set(key, {
          place,
          itemId,
          lineNumber,
          characters: [...new Set([...known, ...split.missing])],
        });
      }
      const inlines = split.runs.flatMap((run) =>
        withBreaks(run.text, run.font === proposalFonts.latin ? {} : { font: run.font }),
      );
      const [only] = inlines;
      if (only === undefined) return '';
      return inlines.length === 1 && only.font === undefined && only.wordBreak === undefined
        ? only.text
        : inlines;
    },
    missing: () => [...missing.values()],
  };
}

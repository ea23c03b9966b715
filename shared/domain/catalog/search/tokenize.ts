import { fold } from './fold';

const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`;
/** Runs of letters and digits; scripts written without spaces are cut from their neighbours. */
const runPattern = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{N}])+`, 'gu');
const unspacedPattern = new RegExp(`[${unspaced}]`, 'u');

/** A piece of text between two spaces, as search sees it. */
export interface Piece {
  /** Words, and for Chinese and Japanese overlapping pairs of characters. */
  readonly tokens: readonly string[];
  /** The words run together when punctuation divides them ("wi-fi": "wifi"), else null. */
  readonly joined: string | null;
}

export const splitPieces = (text: string): string[] => text.match(/\S+/g) ?? [];

/**
 * Tokens of one piece. In a document the last character of a Chinese run also stands alone, so that every single character is the
 * beginning of some token; in a query only a run of one does.
 */
export function tokenizePiece(piece: string, as: 'document' | 'query'): Piece {
  const runs = fold(piece).match(runPattern) ?? [];
  const tokens: string[] = [];
  let spaced = true;
  for (const run of runs) {
    if (unspacedPattern.test(run)) {
      spaced = false;
      tokens.push(...pairs(Array.from(run), as));
    } else {
      tokens.push(run);
    }
  }
  return { tokens, joined: spaced && runs.length > 1 ? runs.join('') : null };
}

function pairs(characters: readonly string[], as: 'document' | 'query'): string[] {
  const found: string[] = [];
  for (let i = 0; i + 1 < characters.length; i += 1) found.push(`${characters[i]}${characters[i + 1]}`);
  if (as === 'document' || characters.length === 1) found.push(characters.at(-1) ?? '');
  return found;
}

const notLetterOrDigit = /[^\p{L}\p{N}]+/gu;

/** A SKU as it is compared: case, dashes, dots and spaces do not count ("hs-epp 1y" is "hsepp1y"). */
export function compactSku(text: string): string {
  const folded = fold(text);
  const compact = folded.replace(notLetterOrDigit, '');
  // A SKU of signs alone still has to be found by itself.
  return compact === '' ? folded.replace(/\s+/gu, '') : compact;
}

import { firstWhere, lengthOf, startOf, type Range, type StringTable } from './string-table';

/** Tokens close to a misspelled word. */
export interface SimilarTokens {
  /** Stretches of tokens that begin with something close. */
  readonly prefixed: readonly Range[];
  /** Tokens that are close as a whole. */
  readonly whole: readonly number[];
}

const lettersOnly = /^\p{L}+$/u;
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/**
 * How many edits a word may be away: 1 from 4 letters, 2 from 8. Nothing with digits (a 2048 is no 2049) and no Chinese, where one
 * character is a word of its own.
 */
export function allowedEdits(token: string): 0 | 1 | 2 {
  if (!lettersOnly.test(token) || unspaced.test(token) || token.length < 4) return 0;
  return token.length < 8 ? 1 : 2;
}

/** Tokens within `limit` edits (and what the word's length allows) of `word`: insert, delete, replace, swap two neighbours. */
export function similarTokens(tokens: StringTable, word: string, limit: 1 | 2): SimilarTokens {
  const edits = Math.min(limit, allowedEdits(word));
  if (edits === 0) return { prefixed: [], whole: [] };
  const walk = new Walk(tokens, word, edits);
  walk.visit({ from: 0, to: tokens.ends.length }, 0, false);
  return walk;
}

/**
 * Walks the sorted table as the tree it is: tokens with a common beginning share the rows of the edit-distance table, and a branch
 * none of whose cells is within the limit is left at once (optimal string alignment distance).
 */
class Walk implements SimilarTokens {
  readonly prefixed: Range[] = [];
  readonly whole: number[] = [];
  /** By depth: the letters walked so far, and the distances of what they spell from each beginning of the word. */
  private readonly letters: number[] = [];
  private readonly rows: Uint8Array[];
  private readonly word: readonly number[];

  constructor(
    private readonly tokens: StringTable,
    word: string,
    private readonly edits: number,
  ) {
    this.word = Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
    this.rows = [Uint8Array.from({ length: word.length + 1 }, (_, i) => i)];
  }

  /** Takes what is close in the tokens of `range`, which begin with the first `depth` letters; `covered`: they are taken already. */
  visit(range: Range, depth: number, covered: boolean): void {
    const close = (this.rows[depth]?.[this.word.length] ?? Infinity) <= this.edits;
    if (close && !covered) this.prefixed.push(range);
    let { from } = range;
    while (from < range.to && lengthOf(this.tokens, from) === depth) {
      if (close) this.whole.push(from);
      from += 1;
    }
    while (from < range.to) {
      const letter = this.letterAt(from, depth);
      const to = firstWhere(from + 1, range.to, (i) => this.letterAt(i, depth) !== letter);
      if (this.extend(depth, letter) <= this.edits) this.visit({ from, to }, depth + 1, covered || close);
      from = to;
    }
  }

  private letterAt(token: number, depth: number): number {
    return this.tokens.text.charCodeAt(startOf(this.tokens, token) + depth);
  }

  /** Fills the row below `depth` for one more letter and returns its least distance. */
  private extend(depth: number, letter: number): number {
    const { word, letters, rows } = this;
    const previous = rows[depth] ?? new Uint8Array(0);
    const next = (rows[depth + 1] ??= new Uint8Array(word.length + 1));
    letters[depth] = letter;
    next[0] = depth + 1;
    let least = depth + 1;
    for (let i = 1; i <= word.length; i += 1) {
      let best = Math.min(
        (previous[i] ?? 0) + 1,
        (next[i - 1] ?? 0) + 1,
        (previous[i - 1] ?? 0) + (word[i - 1] === letter ? 0 : 1),
      );
      const isSwap = depth > 0 && i > 1 && word[i - 2] === letter && word[i - 1] === letters[depth - 1];
      if (isSwap) best = Math.min(best, (rows[depth - 1]?.[i - 2] ?? 0) + 1);
      next[i] = best;
      if (best < least) least = best;
    }
    return least;
  }
}

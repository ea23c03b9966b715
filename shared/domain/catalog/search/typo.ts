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
  walk.visit({ from: 0, to: tokens.ends.length }, [firstRow(word.length)], '', false);
  return walk;
}

const firstRow = (length: number): number[] => Array.from({ length: length + 1 }, (_, i) => i);

/**
 * Walks the sorted table as the tree it is: tokens with a common beginning share the rows of the edit-distance table, and a branch
 * none of whose cells is within the limit is left at once (optimal string alignment distance).
 */
class Walk implements SimilarTokens {
  readonly prefixed: Range[] = [];
  readonly whole: number[] = [];

  constructor(
    private readonly tokens: StringTable,
    private readonly word: string,
    private readonly edits: number,
  ) {}

  /** `rows` are the distance rows of the beginning walked so far, the latest last; `covered` when its stretch is already taken. */
  visit(range: Range, rows: readonly number[][], beginning: string, covered: boolean): void {
    const row = rows.at(-1) ?? [];
    const close = (row[this.word.length] ?? Infinity) <= this.edits;
    if (close && !covered) this.prefixed.push(range);
    const depth = beginning.length;
    let { from } = range;
    while (from < range.to && lengthOf(this.tokens, from) === depth) {
      if (close) this.whole.push(from);
      from += 1;
    }
    while (from < range.to) {
      const letter = this.letterAt(from, depth);
      const to = firstWhere(from + 1, range.to, (i) => this.letterAt(i, depth) !== letter);
      const next = this.nextRow(rows, beginning, letter);
      if (Math.min(...next) <= this.edits) {
        this.visit({ from, to }, [...rows.slice(-1), next], beginning + letter, covered || close);
      }
      from = to;
    }
  }

  private letterAt(token: number, depth: number): string {
    return this.tokens.text.charAt(startOf(this.tokens, token) + depth);
  }

  private nextRow(rows: readonly number[][], beginning: string, letter: string): number[] {
    const previous = rows.at(-1) ?? [];
    const beforeThat = rows.at(-2);
    const next = [(previous[0] ?? 0) + 1];
    for (let i = 1; i <= this.word.length; i += 1) {
      const same = this.word.charAt(i - 1) === letter;
      let best = Math.min(
        (previous[i] ?? 0) + 1,
        (next[i - 1] ?? 0) + 1,
        (previous[i - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        beforeThat !== undefined &&
        i > 1 &&
        this.word.charAt(i - 2) === letter &&
        this.word.charAt(i - 1) === beginning.at(-1);
      if (swapped) best = Math.min(best, (beforeThat[i - 2] ?? 0) + 1);
      next.push(best);
    }
    return next;
  }
}

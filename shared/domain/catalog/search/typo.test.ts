import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeStringTable, stringAt } from './string-table';
import { allowedEdits, similarTokens } from './typo';

/** The distance straight from its definition: insertions, deletions, replacements, swaps of neighbours, no letter touched twice. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const ways = [
    distance(a.slice(0, -1), b) + 1,
    distance(a, b.slice(0, -1)) + 1,
    distance(a.slice(0, -1), b.slice(0, -1)) + same,
  ];
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(...ways, swapped ? distance(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity);
}

const letters = (from: number, to: number) =>
  fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: from, maxLength: to }).map((some) => some.join(''));

test('CAT-2 the walk over the table finds what the definition of the distance finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letters(1, 6), { maxLength: 12 }), letters(4, 7), (words, typed) => {
      const sorted = words.toSorted();
      const { whole, prefixed } = similarTokens(makeStringTable(sorted), typed, 1);
      const close = (text: string) => distance(text, typed) <= 1;
      const beginsClose = (text: string) =>
        Array.from({ length: text.length + 1 }, (_, length) => text.slice(0, length)).some(close);
      expect(whole.map((at) => sorted[at])).toEqual(sorted.filter(close));
      const covered = prefixed.flatMap(({ from, to }) => sorted.slice(from, to));
      expect(covered).toEqual(sorted.filter(beginsClose));
    }),
  );
});

describe('CAT-2 edits allowed', () => {
  test.each([
    ['abc', 0],
    ['abcd', 1],
    ['abcdefg', 1],
    ['abcdefgh', 2],
    ['хранение', 2],
    ['x3300poe', 0],
    ['备份软件版本', 0],
  ] as const)('%s: %i', (word, edits) => expect(allowedEdits(word)).toBe(edits));
});

test('a swap of neighbours is one edit', () => {
  const table = makeStringTable(['network', 'switches']);
  expect(similarTokens(table, 'entwork', 1).whole.map((at) => stringAt(table, at))).toEqual(['network']);
});

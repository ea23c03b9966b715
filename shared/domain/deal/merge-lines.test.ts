import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLines } from './merge-lines';

const lines = (...all: string[]) => all.join('\n');
/** Few different lines, so that equal ones meet, and often several of them. */
const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', ''), { maxLength: 9 })
  .map((all) => all.join('\n'));

describe('SY-14 the lines of notes merge', () => {
  it.each([
    [
      'what one adds at the end and the other at the beginning',
      'x',
      lines('x', 'kept'),
      lines('other', 'x'),
      lines('other', 'x', 'kept'),
    ],
    [
      'what both add in one place, the first one first',
      'x',
      lines('x', 'kept'),
      lines('x', 'other'),
      lines('x', 'kept', 'other'),
    ],
    [
      'what both add alike, once',
      'x',
      lines('x', 'same', 'kept'),
      lines('x', 'same', 'other'),
      lines('x', 'same', 'kept', 'other'),
    ],
    [
      'two wordings of one line',
      lines('x', 'y', 'z'),
      lines('x', 'y1', 'z'),
      lines('x', 'y2', 'z'),
      lines('x', 'y1', 'y2', 'z'),
    ],
    [
      'a line that one deletes and the other leaves',
      lines('x', 'y', 'z'),
      lines('x', 'z'),
      lines('x', 'y', 'z', 'new'),
      lines('x', 'z', 'new'),
    ],
    ['two first notes', '', 'kept', 'other', lines('kept', 'other')],
    ['a text that one clears and the other goes on with', 'x', '', lines('x', 'other'), lines('x', 'other')],
    [
      'equal lines of which each deletes another',
      lines('a', 'x', 'a'),
      lines('x', 'a'),
      lines('a', 'x'),
      lines('x', 'a'),
    ],
  ])('%s', (_what, base, kept, other, merged) => {
    expect(mergeLines(base, kept, other)).toBe(merged);
  });

  it('no line that either wrote, and none that both still have, is ever lost', () => {
    fc.assert(
      fc.property(text, text, text, (base, kept, other) => {
        const [before, first, second] = [base, kept, other].map((all) => all.split('\n'));
        const merged = mergeLines(base, kept, other).split('\n');
        const wanted = [
          ...(first ?? []).filter((line) => second?.includes(line) || !before?.includes(line)),
          ...(second ?? []).filter((line) => !before?.includes(line)),
        ];
        expect(merged).toEqual(expect.arrayContaining(wanted.filter((line) => line !== '')));
      }),
      { numRuns: 2_000 },
    );
  });

  it('no line comes from nowhere, and no marks stand between them', () => {
    fc.assert(
      fc.property(text, text, text, (base, kept, other) => {
        const known = [kept, other].flatMap((all) => all.split('\n'));
        for (const line of mergeLines(base, kept, other).split('\n')) expect([...known, '']).toContain(line);
      }),
    );
  });

  it('where one person changed nothing, the other’s text stands', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeLines(base, changed, base)).toBe(changed);
        expect(mergeLines(base, base, changed)).toBe(changed);
        expect(mergeLines(base, changed, changed)).toBe(changed);
      }),
    );
  });

  it('a text of very many lines takes no time and loses nothing', () => {
    const many = Array.from({ length: 9_000 }, () => 'a').join('\n');
    const started = performance.now();
    const merged = mergeLines(many, lines(many, 'kept'), lines('other', many));
    expect(performance.now() - started).toBeLessThan(500);
    expect(merged.split('\n')).toEqual(expect.arrayContaining(['kept', 'other']));
  });
});

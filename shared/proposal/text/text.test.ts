import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointsOf } from '../../../scripts/read-cmap';
import { chunkText } from './chunk-text';
import { cleanText } from './clean-text';
import { notoSans, notoSansSc } from './font-coverage';
import { fromRanges, hasCodePoint, toRanges } from './ranges';
import { splitRuns } from './split-runs';
import { createTypesetter } from './typesetter';

const fontFile = (name: string): string =>
  fileURLToPath(new URL(`../../../resources/public/fonts/${name}.ttf`, import.meta.url));

describe('font coverage', () => {
  test.each([
    ['NotoSans-Regular', notoSans],
    ['NotoSans-Bold', notoSans],
    ['NotoSansSC-Regular', notoSansSc],
  ])('the generated list says what %s has', (name, ranges) => {
    expect(toRanges(codePointsOf(readFileSync(fontFile(name))))).toBe(ranges);
  });

  test('ranges read back as they were written', () => {
    const codePoints = fc.uniqueArray(fc.integer({ min: 0, max: 0x10ffff }), { minLength: 1 });
    fc.assert(
      fc.property(codePoints, fc.integer({ min: 0, max: 0x10ffff }), (some, other) => {
        const ranges = fromRanges(toRanges(some.sort((a, b) => a - b)));
        for (const codePoint of some) expect(hasCodePoint(ranges, codePoint)).toBe(true);
        expect(hasCodePoint(ranges, other)).toBe(some.includes(other));
      }),
    );
  });
});

describe('PRO-1 text is split by what each font can draw', () => {
  test('Polish, Cyrillic and Chinese in one text', () => {
    expect(splitRuns('Zażółć Договор 合同 2026').runs).toEqual([
      { font: 'Noto Sans', text: 'Zażółć Договор ' },
      { font: 'Noto Sans SC', text: '合同 ' },
      { font: 'Noto Sans', text: '2026' },
    ]);
  });

  test('quotation marks and dashes follow the Chinese they stand in', () => {
    expect(splitRuns('中“文”——“en”').runs.map(({ text }) => text)).toEqual(['中“文”——“', 'en”']);
  });

  test('every character that no font has is named once', () => {
    expect(splitRuns('ok 🚀 שלום 🚀').missing).toEqual(['🚀', 'ש', 'ל', 'ו', 'ם']);
    expect(splitRuns('a\ud83d').missing).toEqual(['U+D83D']);
  });

  test('the runs together are the text, whatever it is', () => {
    const drawable = fc.string({ unit: 'binary' }).map((text) => {
      const missing = new Set(splitRuns(text).missing);
      return Array.from(text)
        .filter((character) => !missing.has(character) && !/^[\ud800-\udfff]$/.test(character))
        .join('');
    });
    fc.assert(
      fc.property(
        drawable,
        (text) =>
          splitRuns(text)
            .runs.map((run) => run.text)
            .join('') === text,
      ),
    );
    expect(splitRuns('').runs).toEqual([]);
  });

  test('what has no shape is removed, what has one stays', () => {
    expect(cleanText('a\u200bb\u00adc\ufeff\u0000d\te\r\nf\u2028g')).toBe('abcd e\nf\ng');
    expect(cleanText('e\u0301')).toBe('é');
    expect(splitRuns(cleanText('❤\ufe0f')).missing).toEqual(['❤']);
  });
});

describe('the typesetter', () => {
  test('long words may break at any character, ordinary ones only where the language allows', () => {
    const typesetter = createTypesetter();
    expect(typesetter.set('short words', { place: 'note' })).toBe('short words');
    expect(typesetter.set(`see ${'x'.repeat(60)}`, { place: 'note' })).toEqual([
      { text: 'see ' },
      { text: 'x'.repeat(60), wordBreak: 'break-all' },
    ]);
  });

  test('letters of several parts are never cut inside', () => {
    const set = createTypesetter().set('x\u0302'.repeat(50), { place: 'note' });
    const pieces = Array.isArray(set) ? set.filter(({ text }) => text !== '\u200b') : [];
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.every(({ text }) => text.startsWith('x') && text.endsWith('\u0302'))).toBe(true);
  });

  test('says which text of which line lacks what', () => {
    const typesetter = createTypesetter();
    typesetter.set('fine', { place: 'title' });
    typesetter.set('no 🚀', { place: 'note', itemId: 'line-7', lineNumber: 7 });
    expect(typesetter.missing()).toEqual([
      { place: 'note', itemId: 'line-7', lineNumber: 7, characters: ['🚀'] },
    ]);
  });
});

describe('long texts are cut into pieces that fit', () => {
  test('nothing but white space is lost', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '.', '中'), maxLength: 600 });
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 1, max: 10 }),
        (text, width, lines) => {
          const solid = (some: string): string => some.replace(/\s/g, '');
          expect(solid(chunkText(text, width, lines).join(''))).toBe(solid(text));
        },
      ),
    );
  });

  test('at a sentence end where one is near', () => {
    expect(chunkText('First sentence here. Second one follows now.', 24 * 0.62, 1)).toEqual([
      'First sentence here.',
      'Second one follows now.',
    ]);
  });
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from './build-index';
import { fold } from './fold';
import { search } from './search';
import type { SearchDocument } from './search-index';

const word = fc.oneof(
  fc.constantFrom(
    'backup',
    'server',
    'switch',
    'endpoint',
    'security',
    'monitoring',
    'Лицензия',
    'хранилище',
    'żółty',
  ),
  fc.constantFrom('备份', '交换机', '许可证', 'Wi-Fi', '2.5GbE', 'x'),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    .filter((text) => /[\p{L}\p{N}]/u.test(fold(text))),
);
const sku = fc
  .array(fc.stringMatching(/^[A-Z0-9]{1,5}$/), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('-'));
const document: fc.Arbitrary<SearchDocument & { words: string[] }> = fc
  .record({ sku, words: fc.array(word, { minLength: 1, maxLength: 6 }) })
  .map(({ sku, words }) => ({ sku, words, texts: [words.join(' ')] }));
const catalog = fc.array(document, { minLength: 1, maxLength: 40 });
const all = { limit: Infinity };

test('CAT-2 every product is found by its own SKU, with or without dashes and in any case', () => {
  fc.assert(
    fc.property(catalog, (documents) => {
      const index = buildIndex(documents);
      documents.forEach(({ sku }, row) => {
        for (const text of [sku, sku.toLowerCase(), sku.replaceAll('-', '')]) {
          expect(search(index, text, all).rows).toContain(row);
        }
      });
    }),
  );
});

test('CAT-2 every product is found by any of the words of its name, in any order', () => {
  fc.assert(
    fc.property(
      catalog.chain((documents) =>
        fc.tuple(
          fc.constant(documents),
          fc.tuple(...documents.map(({ words }) => fc.shuffledSubarray(words, { minLength: 1 }))),
        ),
      ),
      ([documents, queries]) => {
        const index = buildIndex(documents);
        queries.forEach((words, row) => {
          const found = search(index, words.join(' '), all);
          expect(found.rows).toContain(row);
          expect(found).toMatchObject({ corrected: false, total: found.rows.length });
        });
      },
    ),
  );
});

test('CAT-2 every product is found by the beginning of a word of its name', () => {
  fc.assert(
    fc.property(catalog, fc.integer({ min: 1, max: 8 }), (documents, length) => {
      const index = buildIndex(documents);
      documents.forEach(({ words }, row) => {
        const [first = ''] = fold(words[0] ?? '').match(/[\p{L}\p{N}]+/u) ?? [];
        const beginning = Array.from(first).slice(0, length).join('');
        expect(search(index, beginning, all).rows).toContain(row);
      });
    }),
  );
});

const longWords = ['monitoring', 'virtualization', 'replication', 'хранилище', 'uwierzytelnianie'] as const;

test('CAT-2 two swapped neighbours in a long word still find it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...longWords), fc.nat(), catalog, (long, at, others) => {
      const i = at % (long.length - 1);
      const swapped = long.slice(0, i) + long.charAt(i + 1) + long.charAt(i) + long.slice(i + 2);
      const documents = [...others, { sku: 'OWN', texts: [`Some ${long} thing`] }];
      const found = search(buildIndex(documents), swapped, all);
      // When what was typed begins another product's word it was no typo, and that product is shown.
      const foundAsTyped = !found.corrected && found.total > 0 && swapped !== long;
      expect(foundAsTyped || found.rows.includes(others.length)).toBe(true);
    }),
  );
});

test('CAT-2 folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

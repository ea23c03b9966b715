import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '..');

const screens = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.tsx') && !path.endsWith('.test.tsx'),
);

/** Props that people read or hear. */
const spoken =
  /\s(?:title|label|placeholder|alt|aria-label|description|text|what|safe|todo|hint)="([^"]*\p{L}[^"]*)"/gu;
/** Text between tags: a letter that stands neither in an expression nor in an attribute. */
const between = />\s*([^<>{}=;()]*\p{L}[^<>{}=;()]*)\s*<\//gu;

const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');

test('no text stands in the code: every word on screen comes from the locales', () => {
  const found = screens.flatMap((path) => {
    const source = withoutComments(readFileSync(join(renderer, path), 'utf8'));
    return [...source.matchAll(spoken), ...source.matchAll(between)].map(
      ([, text = '']) => `${relative(renderer, join(renderer, path))}: ${text.trim()}`,
    );
  });
  expect(screens.length).toBeGreaterThan(20);
  expect(found).toEqual([]);
});

test('the check itself finds literal text and spoken props', () => {
  const source =
    '<p className="x">Hello {name}</p>\n<Button aria-label="Close">{t("ok")}</Button>\n<b>Bye</b>';
  const found = [...source.matchAll(spoken), ...source.matchAll(between)].map(([, text = '']) => text.trim());
  expect(found).toEqual(['Close', 'Bye']);
});

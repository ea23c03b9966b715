import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '#shared/domain/catalog/localized';
import { pseudoText, type Texts } from './pseudo';

const folder = join(import.meta.dirname, 'locales');
const namespaces = readdirSync(join(folder, 'en'));

const readTexts = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Texts;

/** "a.b.c" -> text. */
function flat(texts: Texts, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map(([, name = '']) => name).sort();
const tags = (text: string): readonly string[] =>
  [...text.matchAll(/<\/?(\w+)\s*\/?>/g)].map(([tag]) => tag).sort();

describe.each(namespaces)('%s', (file) => {
  const english = flat(readTexts('en', file));

  test.each(languages)('has the same keys in %s', (language) => {
    const keys = new Set([...flat(readTexts(language, file)).keys()].map(withoutPlural));
    const wanted = new Set([...english.keys()].map(withoutPlural));
    expect([...keys].sort()).toEqual([...wanted].sort());
  });

  test.each(languages)('has every plural form that %s knows', (language) => {
    const texts = flat(readTexts(language, file));
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = new Set([...english.keys()].filter((key) => key.endsWith('_other')).map(withoutPlural));
    const missing = [...plurals].flatMap((key) =>
      forms.map((form) => `${key}_${form}`).filter((form) => !texts.has(form)),
    );
    expect(missing).toEqual([]);
  });

  test.each(languages)('fills the same placeholders and tags in %s', (language) => {
    for (const [key, text] of flat(readTexts(language, file))) {
      const model = english.get(key) ?? english.get(`${withoutPlural(key)}_other`);
      if (model === undefined) continue; // the keys are compared above
      // A form for one may say it in words, without the figure.
      const optional = /_(one|zero)$/.test(key) ? ['count'] : [];
      const given = placeholders(text).filter((name) => !optional.includes(name));
      expect([key, given]).toEqual([key, placeholders(model).filter((name) => !optional.includes(name))]);
      expect([key, tags(text)]).toEqual([key, tags(model)]);
    }
  });

  test.each(languages)('leaves no text empty in %s', (language) => {
    const empty = [...flat(readTexts(language, file))].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });
});

test('the pseudo-locale keeps placeholders and markup, so that it can stand in for any language', () => {
  expect(pseudoText('Sync <b>{{count}}</b> now')).toMatch(/^\[Šýñç <b>\{\{count\}\}<\/b> ñöŵ( ~)+\]$/);
});

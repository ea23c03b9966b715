import { z } from 'zod';
import { languages, type Language } from '#shared/domain/catalog/localized';

/** A text of the demo: all four languages, none missing. */
export const fullTextSchema = z.strictObject({
  en: z.string().min(1),
  pl: z.string().min(1),
  ru: z.string().min(1),
  'zh-CN': z.string().min(1),
});
export type FullText = z.infer<typeof fullTextSchema>;

/** One text in four languages from what `make` says in each. */
export const inEveryLanguage = (make: (language: Language) => string): FullText => {
  const [en, pl, ru, zh] = languages.map(make);
  if (en === undefined || pl === undefined || ru === undefined || zh === undefined)
    throw new Error('A language is missing');
  return { en, pl, ru, 'zh-CN': zh };
};

const latinStart = /^[\p{sc=Latin}\d]/u;

/** Two phrases side by side: Chinese puts a space only before Latin letters and digits. */
export const beside = (language: Language, first: string, second: string): string =>
  language === 'zh-CN' && !latinStart.test(second) ? `${first}${second}` : `${first} ${second}`;

/** A list in one line. */
export const listed = (language: Language, parts: readonly string[]): string =>
  parts.join(language === 'zh-CN' ? '，' : ', ');

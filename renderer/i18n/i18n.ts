import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages, type Language } from '#shared/domain/catalog/localized';
import { pseudoLanguage, pseudoTexts, type Texts } from './pseudo';

const files = import.meta.glob<Texts>('./locales/*/*.json', { eager: true, import: 'default' });

/** Every text of every language is in the bundle: changing the language needs no network. */
function allTexts(): Record<string, Record<string, Texts>> {
  const texts: Record<string, Record<string, Texts>> = {};
  for (const [path, content] of Object.entries(files)) {
    const [, language, namespace] = /\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
    if (!language || !namespace) continue;
    (texts[language] ??= {})[namespace] = content;
  }
  const english = Object.entries(texts['en'] ?? {});
  texts[pseudoLanguage] = Object.fromEntries(english.map(([name, content]) => [name, pseudoTexts(content)]));
  return texts;
}

export function createI18n(language: string): i18n {
  const texts = allTexts();
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: texts,
    ns: Object.keys(texts['en'] ?? {}),
    defaultNS: 'common',
    initAsync: false,
    returnNull: false,
    // React escapes; escaping twice would show entities to people.
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** The first of the system's languages that the product speaks. */
export function systemLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0];
    if (base === 'zh') return 'zh-CN';
    const match = languages.find((language) => language === base);
    if (match) return match;
  }
  return 'en';
}

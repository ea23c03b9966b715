import { languages, type Language } from '#shared/domain/catalog/localized';

/** The language of product names for a UI language: the same, or English under a generated one. */
export const contentLanguage = (uiLanguage: string): Language =>
  languages.find((language) => language === uiLanguage) ?? 'en';

import { z } from 'zod';

export const languages = ['en', 'pl', 'ru', 'zh-CN'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** A text in some of the four languages; English is always there and stands in for the missing ones. */
export const localizedSchema = z.object({
  en: z.string(),
  pl: z.string().optional(),
  ru: z.string().optional(),
  'zh-CN': z.string().optional(),
});
export type Localized = z.infer<typeof localizedSchema>;

export const textIn = (text: Localized, language: Language): string => text[language] ?? text.en;

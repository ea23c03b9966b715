import type { i18n } from 'i18next';
import { languages } from '#shared/domain/catalog/localized';
import { segments } from '#shared/domain/deal/account';
import { forecasts, stages } from '#shared/domain/deal/opportunity';
import { countryCodes } from '#shared/domain/partner/country-codes';
import type { ImportWords } from '#shared/import-export/plan-import';
import { foldText } from '#shared/lib/match-text';

/** The words by which files name segments, stages, forecasts and countries: the keys themselves, and every language's names. */
export function importWords(i18n: i18n): ImportWords {
  const texts = languages.map((language) => i18n.getFixedT(language, 'records'));
  const words = (keys: readonly string[], nameOf: (key: string, at: number) => string) =>
    Object.fromEntries(
      keys.flatMap((key) => [
        [foldText(key), key] as const,
        ...languages.map((_, at) => [foldText(nameOf(key, at)), key] as const),
      ]),
    );
  const inTexts = (group: string) => (key: string, at: number) =>
    texts[at]?.(`${group}.${key}` as 'stage.won') ?? key;
  const countries = languages.map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  return {
    segment: words(segments, inTexts('segment')),
    stage: words(stages, inTexts('stage')),
    forecast: words(forecasts, inTexts('forecast')),
    country: words(countryCodes, (code, at) => countries[at]?.of(code) ?? code),
    currencies: Intl.supportedValuesOf('currency'),
  };
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '#shared/domain/catalog/localized';
import type { Obligation } from '#shared/domain/deal/obligation';
import { contentLanguage } from '../../i18n/content-language';

/** What is owed, in the UI language as far as the vendor wrote it. */
export function useObligationText(): (obligation: Pick<Obligation, 'text'>) => string {
  const { i18n } = useTranslation();
  const language = contentLanguage(i18n.language);
  return useCallback(({ text }) => textIn(text, language), [language]);
}

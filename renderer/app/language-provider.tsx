import { DatesProvider } from '@mantine/dates';
import 'dayjs/locale/pl';
import 'dayjs/locale/ru';
import 'dayjs/locale/zh-cn';
import { useEffect, useState, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createI18n, systemLanguage } from '../i18n/i18n';
import { pseudoLanguage } from '../i18n/pseudo';
import { usePreferences } from '../ui/preferences';
import { readStoredSession } from './stored-session';

/** The language chosen on this device, else the signed-in person's, else the system's. `?pseudo` shows the generated one. */
function startLanguage(chosen: string | null): string {
  if (new URLSearchParams(location.search).has('pseudo')) return pseudoLanguage;
  return chosen ?? readStoredSession()?.language ?? systemLanguage(navigator.languages);
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const { language: chosen } = usePreferences();
  const [i18n] = useState(() => createI18n(startLanguage(chosen)));
  const [language, setLanguage] = useState(i18n.language);
  useEffect(() => {
    const onChange = (next: string) => setLanguage(next);
    i18n.on('languageChanged', onChange);
    return () => i18n.off('languageChanged', onChange);
  }, [i18n]);
  useEffect(() => {
    if (chosen !== null && i18n.language !== pseudoLanguage) void i18n.changeLanguage(chosen);
  }, [i18n, chosen]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <I18nextProvider i18n={i18n}>
      <DatesProvider settings={{ locale: language.toLowerCase(), firstDayOfWeek: 1 }}>
        {children}
      </DatesProvider>
    </I18nextProvider>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from './formats';

export interface CountryNames {
  readonly nameOf: (code: string) => string;
  /** The codes as choices with their names, in the order of the language's alphabet. */
  readonly choicesOf: (
    codes: readonly string[],
  ) => readonly { readonly value: string; readonly label: string }[];
}

/** Countries in the UI language. A code nobody knows stays as it is. */
export function useCountryNames(): CountryNames {
  const { i18n } = useTranslation();
  const { compare } = useFormats();
  return useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'code' });
    const nameOf = (code: string) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
    return {
      nameOf,
      choicesOf: (codes) =>
        codes
          .map((code) => ({ value: code, label: nameOf(code) }))
          .toSorted((a, b) => compare(a.label, b.label)),
    };
  }, [i18n.language, compare]);
}

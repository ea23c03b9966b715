import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../client/client-context';
import { useBooks } from '../client/hooks';
import { contentLanguage } from '../i18n/content-language';
import { useFormats } from '../ui/formats';

export interface Family {
  readonly value: string;
  readonly label: string;
}

const none: readonly Family[] = [];

/** The product families of all price books on this device, by name in the UI language. Empty while loading. */
export function useFamilies(): readonly Family[] {
  const { catalog } = useClient();
  const { i18n } = useTranslation();
  const { compare } = useFormats();
  const language = contentLanguage(i18n.language);
  const books = useBooks();
  const [families, setFamilies] = useState<readonly Family[]>(none);

  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const answers = await Promise.all(
        (books ?? []).map(({ bookId, version }) =>
          catalog.search({
            bookId,
            version,
            text: '',
            language,
            facets: {},
            sort: 'sku',
            offset: 0,
            limit: 1,
          }),
        ),
      );
      if (!current) return;
      const named = answers.flatMap((answer) =>
        answer.ok
          ? answer.value.facets.families.map(({ value, label }) => [value, label ?? value] as const)
          : [],
      );
      const all = [...new Map(named)].map(([value, label]) => ({ value, label }));
      setFamilies(all.sort((a, b) => compare(a.label, b.label)));
    };
    void read();
    return () => {
      current = false;
    };
  }, [catalog, books, language, compare]);
  return families;
}

/** A family's name in the UI language; one that is in no book on this device keeps its own. */
export function useFamilyNames(): (family: string) => string {
  const families = useFamilies();
  return useMemo(() => {
    const names = new Map(families.map(({ value, label }) => [value, label]));
    return (family) => names.get(family) ?? family;
  }, [families]);
}

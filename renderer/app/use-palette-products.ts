import { IconBox } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { textIn } from '#shared/domain/catalog/localized';
import type { CatalogHit } from '../client/client';
import { useClient } from '../client/client-context';
import { contentLanguage } from '../i18n/content-language';
import { useChosenBook } from '../records/use-chosen-book';
import { useFormats } from '../ui/formats';
import type { PaletteGroup } from './palette-group';

/** The best products for the words, from the book the person last looked at in the catalog. */
export function usePaletteProducts(query: string): readonly PaletteGroup[] {
  const { t, i18n } = useTranslation('app');
  const navigate = useNavigate();
  const formats = useFormats();
  const { catalog } = useClient();
  const { book } = useChosenBook();
  const language = contentLanguage(i18n.language);
  const text = query.trim();
  const [found, setFound] = useState<{ readonly text: string; readonly hits: readonly CatalogHit[] } | null>(
    null,
  );
  useEffect(() => {
    if (!book || text.length < 2) return undefined;
    let current = true;
    const search = async () => {
      const { bookId: id, version } = book;
      const query = {
        bookId: id,
        version,
        text,
        language,
        facets: {},
        sort: 'relevance',
        offset: 0,
        limit: 6,
      } as const;
      const answer = await catalog.search(query);
      if (current) setFound({ text, hits: answer.ok ? answer.value.hits : [] });
    };
    void search();
    return () => {
      current = false;
    };
  }, [catalog, book, text, language]);
  if (!book || text.length < 2 || !found) return [];
  return [
    {
      title: t('palette.products'),
      entries: found.hits.map(({ product, list }) => ({
        id: product.sku,
        label: `${product.sku}  ${textIn(product.name, language)}`,
        detail: formats.unitPrice(list, book.currency),
        icon: IconBox,
        run: () => void navigate(`/catalog/${book.bookId}/${encodeURIComponent(product.sku)}`),
      })),
    },
  ];
}

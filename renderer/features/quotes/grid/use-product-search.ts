import { useEffect, useState } from 'react';
import { languages, type Language } from '#shared/domain/catalog/localized';
import { useClient } from '../../../client/client-context';
import type { CatalogHit, CatalogQuery, CatalogService } from '../../../client/client';
import { currentFirst } from '../../../records/lifecycle';
import { useToday } from '../../../records/use-today';
import { useOpenQuote } from '../editing/open-quote';
import { readAddText, type AddRequest } from '../input/add-text';

export interface ProductSearch {
  /** The text these hits answer; while it differs from what is typed, an answer is on its way. */
  readonly text: string;
  readonly hits: readonly CatalogHit[];
  readonly total: number;
  /** As typed before the SKU or words, e.g. "5"; null when none was. */
  readonly quantity: string | null;
  /** Nothing matched as typed; these are near spellings. */
  readonly corrected: boolean;
  readonly bookMissing: boolean;
}

const nothing: ProductSearch = {
  text: '',
  hits: [],
  total: 0,
  quantity: null,
  corrected: false,
  bookMissing: false,
};

const shown = 8;
/** Looked through for products that can be ordered today, to show those first. */
const looked = 40;

/** Finds products of the quote's price book while one types; the worker answers within a frame, an older answer is dropped. */
export function useProductSearch(text: string): ProductSearch {
  const { catalog } = useClient();
  const { quote, locale } = useOpenQuote();
  const { bookId, version } = quote.priceBook;
  const today = useToday();
  const [answer, setAnswer] = useState<ProductSearch>(nothing);

  useEffect(() => {
    const requests = readAddText(text);
    if (requests.length === 0) return undefined;
    let current = true;
    const search = async (): Promise<void> => {
      const query = { bookId, version, language: languageOf(locale) };
      const found = await firstAnswer(catalog, query, text, requests, today);
      if (current) setAnswer(found);
    };
    const timer = setTimeout(() => void search(), 15);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [catalog, bookId, version, locale, text, today]);
  return text.trim() === '' ? { ...nothing, text } : answer;
}

const languageOf = (locale: string): Language => languages.find((language) => language === locale) ?? 'en';

/** The first reading of the text that finds something as typed, else the first that finds anything. */
async function firstAnswer(
  catalog: CatalogService,
  query: Pick<CatalogQuery, 'bookId' | 'version' | 'language'>,
  text: string,
  requests: readonly AddRequest[],
  today: string,
): Promise<ProductSearch> {
  let best: ProductSearch = { ...nothing, text };
  for (const request of requests) {
    const answer = await catalog.search({
      ...query,
      text: request.text,
      facets: {},
      sort: 'relevance',
      offset: 0,
      limit: looked,
    });
    if (!answer.ok) return { ...best, bookMissing: true };
    const { hits, total, corrected } = answer.value;
    const asked = request.text.toUpperCase();
    const ordered = currentFirst(hits, today, ({ product }) => product.sku.toUpperCase() === asked);
    const found = {
      text,
      hits: ordered.slice(0, shown),
      total,
      corrected,
      quantity: request.quantity,
      bookMissing: false,
    };
    if (total > 0 && !corrected) return found;
    if (total > 0 && best.total === 0) best = found;
  }
  return best;
}

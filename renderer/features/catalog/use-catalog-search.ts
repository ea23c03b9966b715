import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import type { Language } from '#shared/domain/catalog/localized';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { CatalogAnswer, CatalogError, CatalogHit, CatalogQuery } from '../../client/client';
import { useClient } from '../../client/client-context';
import type { CatalogFilters } from './catalog-filters';

const pageSize = 200;

export interface CatalogResult {
  /** Of the first page; the previous answer stays while the next one is on its way. */
  readonly answer: CatalogAnswer | null;
  readonly hits: readonly CatalogHit[];
  readonly error: CatalogError | null;
  readonly loadMore: () => void;
}

interface Shown {
  readonly question: string;
  readonly answer: CatalogAnswer | null;
  readonly hits: readonly CatalogHit[];
  readonly error: CatalogError | null;
}

/** Searches as the person types. Only the answer to the newest question is shown. */
export function useCatalogSearch(
  book: PriceBookHeader,
  filters: CatalogFilters,
  language: Language,
): CatalogResult {
  const { catalog, db } = useClient();
  const [shown, setShown] = useState<Shown>({ question: '', answer: null, hits: [], error: null });
  const { text, sort, ...facets } = filters;
  const { bookId, version } = book;
  const question = JSON.stringify({ bookId, version, text, language, facets, sort });

  // SY-7: what was found damaged is fetched again by itself; then the same question has an answer.
  const whole = useLiveQuery(() => db.snapshots.where('complete').equals(1).count(), [db]);
  const mended = shown.error ? whole : undefined;

  useEffect(() => {
    let current = true;
    const search = async () => {
      const result = await catalog.search({
        ...(JSON.parse(question) as CatalogQuery),
        offset: 0,
        limit: pageSize,
      });
      if (!current) return;
      setShown(
        result.ok
          ? { question, answer: result.value, hits: result.value.hits, error: null }
          : { question, answer: null, hits: [], error: result.error },
      );
    };
    void search();
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- `mended` is not read: it is why the same question is asked again.
  }, [catalog, question, mended]);

  const loaded = shown.hits.length;
  const total = shown.answer?.total ?? 0;
  const complete = loaded >= total || shown.question !== question;
  const loadMore = useCallback(() => {
    if (complete) return;
    const more = async () => {
      const query = { ...(JSON.parse(question) as CatalogQuery), offset: loaded, limit: pageSize };
      const result = await catalog.search(query);
      if (!result.ok) return;
      setShown((before) =>
        before.question === question && before.hits.length === loaded
          ? { ...before, hits: [...before.hits, ...result.value.hits] }
          : before,
      );
    };
    void more();
  }, [catalog, question, loaded, complete]);

  return { answer: shown.answer, hits: shown.hits, error: shown.error, loadMore };
}

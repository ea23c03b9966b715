import { useEffect } from 'react';
import { useClient } from '../client/client-context';
import { useChosenBook } from '../records/use-chosen-book';

/** Builds the search index of the book in use before anyone searches, in the worker and while the person does something else. */
export function useWarmCatalog(): void {
  const { catalog } = useClient();
  const { book } = useChosenBook();
  const id = book?.bookId;
  const version = book?.version;
  useEffect(() => {
    if (id === undefined || version === undefined) return;
    const nothing = { text: '', language: 'en', facets: {}, sort: 'sku', offset: 0, limit: 1 } as const;
    // Only to be ready: what fails here is told when somebody searches.
    void catalog.search({ bookId: id, version, ...nothing });
  }, [catalog, id, version]);
}

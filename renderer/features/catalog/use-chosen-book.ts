import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { useBooks } from '../../client/hooks';
import { useRemembered } from '../../ui/use-remembered';

interface ChosenBook {
  /** undefined while loading. */
  readonly books: readonly PriceBookHeader[] | undefined;
  readonly book: PriceBookHeader | undefined;
  readonly choose: (bookId: string) => void;
}

/** The price book the person looks at; the first one until they choose. */
export function useChosenBook(): ChosenBook {
  const books = useBooks();
  const [bookId, choose] = useRemembered<string | null>('catalog-book', null);
  return { books, book: books?.find((each) => each.bookId === bookId) ?? books?.[0], choose };
}

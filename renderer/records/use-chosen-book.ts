import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { useBooks, usePartner } from '../client/hooks';
import { useRemembered } from '../ui/use-remembered';

interface ChosenBook {
  /** undefined while loading. */
  readonly books: readonly PriceBookHeader[] | undefined;
  readonly book: PriceBookHeader | undefined;
  readonly choose: (bookId: string) => void;
}

/** The price book the person looks at: the last one they chose, until then one in their partner's currency. */
export function useChosenBook(): ChosenBook {
  const books = useBooks();
  const currency = usePartner()?.currency;
  const [bookId, choose] = useRemembered<string | null>('catalog-book', null);
  const chosen = books?.find((each) => each.bookId === bookId);
  return { books, book: chosen ?? books?.find((each) => each.currency === currency) ?? books?.[0], choose };
}

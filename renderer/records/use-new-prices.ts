import { useMemo } from 'react';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { isEditable } from '#shared/domain/quote/lifecycle';
import type { Quote } from '#shared/domain/quote/quote';
import { useBooks } from '../client/hooks';

/** PR-32: the newer version of the quote's book that is on this device and nobody has decided about. Only drafts are offered one. */
export const newPricesFor = (
  quote: Pick<Quote, 'state' | 'priceBook'>,
  books: readonly PriceBookHeader[],
): PriceBookHeader | undefined =>
  isEditable(quote.state)
    ? books.find(
        ({ bookId, version }) => bookId === quote.priceBook.bookId && version > quote.priceBook.version,
      )
    : undefined;

/** Newer prices by quote id, for the quotes that have any. Empty while loading. */
export function useNewPrices(quotes: readonly Quote[] | undefined): ReadonlyMap<string, PriceBookHeader> {
  const books = useBooks();
  return useMemo(
    () =>
      new Map(
        (quotes ?? []).flatMap((quote) => {
          const newer = books && newPricesFor(quote, books);
          return newer ? [[quote.id, newer] as const] : [];
        }),
      ),
    [quotes, books],
  );
}

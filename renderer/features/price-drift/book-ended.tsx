import { Button, Stack } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { Quote } from '#shared/domain/quote/quote';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';
import { isComparable } from '../../records/price-drift/decisions';

/** The quote's book can no longer be sold from: says why, and shows what others would make of the quote. */
export function BookEnded({
  quote,
  current,
  books,
}: {
  readonly quote: Quote;
  /** undefined: the vendor no longer offers it. */
  readonly current: PriceBookHeader | undefined;
  /** Those that can be sold from today. */
  readonly books: readonly PriceBookHeader[];
}) {
  const { t } = useTranslation('price-drift');
  const formats = useFormats();
  const [, setSearch] = useSearchParams();
  const fitting = books.filter((book) => book.bookId !== quote.priceBook.bookId && isComparable(quote, book));
  return (
    <EmptyState
      icon={IconCalendarOff}
      title={current ? t('ended.title', { name: current.name }) : t('ended.gone')}
      text={[
        current?.validUntil ? t('ended.on', { day: formats.day(current.validUntil) }) : '',
        fitting.length > 0 ? t('ended.choose') : t('ended.none', { currency: quote.currency }),
      ]
        .filter(Boolean)
        .join(' ')}
      action={
        <Stack gap={8}>
          {fitting.map((book) => (
            <Button
              key={book.bookId}
              variant="default"
              onClick={() => setSearch({ book: book.bookId }, { replace: false })}
            >
              {t('ended.compare', { name: book.name, currency: book.currency })}
            </Button>
          ))}
        </Stack>
      }
    />
  );
}

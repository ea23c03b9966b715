import { Select } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newestRate } from '#shared/domain/quote/newest-rate';
import { linesOf } from '#shared/domain/quote/quote';
import { useBooks } from '../../../client/hooks';
import { newPricesPath } from '../../../records/price-drift-notice';
import { useOpenQuote } from '../editing/open-quote';
import { Field, type FieldProps } from './field';
import classes from './header.module.css';

/** PR-32: the book and version the draft is priced from. Lines are never repriced from here: other prices are compared first. */
export function BookField({ edit }: FieldProps) {
  const { t } = useTranslation('quotes');
  const id = useId();
  const navigate = useNavigate();
  const { quote, editable, priced } = useOpenQuote();
  const books = useBooks();
  const { bookId, version } = quote.priceBook;
  const current = `${bookId} ${version}`;
  const newest = books?.find((book) => book.bookId === bookId);
  const labelOf = (name: string, number: number, currency: string) =>
    `${name} · ${t('field.version', { version: number })} · ${currency}`;
  const choices = (books ?? []).map((book) => ({
    value: `${book.bookId} ${book.version}`,
    label: labelOf(book.name, book.version, book.currency),
  }));
  if (!choices.some(({ value }) => value === current)) {
    const name = priced?.source.name ?? newest?.name ?? bookId;
    choices.unshift({ value: current, label: labelOf(name, version, quote.currency) });
  }
  const choose = (value: string | null) => {
    const book = books?.find((known) => `${known.bookId} ${known.version}` === value);
    if (!book || value === current) return;
    // The quote's own currency stays where the new book has a rate for it (PR-5).
    const exchangeRate = newestRate(book, quote.currency);
    const comparable = exchangeRate !== null || book.currency === quote.currency;
    if (comparable && linesOf(quote).length > 0) {
      const other = book.bookId === bookId ? '' : `?${new URLSearchParams({ book: book.bookId }).toString()}`;
      void navigate(`${newPricesPath(quote.id)}${other}`);
      return;
    }
    edit({
      priceBook: { bookId: book.bookId, version: book.version },
      currency: exchangeRate ? quote.currency : book.currency,
      exchangeRate,
    });
  };
  return (
    <Field id={id} label={t('field.priceBook')} wide>
      <Select
        id={id}
        variant="unstyled"
        classNames={{ input: classes['input'] ?? '' }}
        data={choices}
        value={current}
        readOnly={!editable}
        comboboxProps={{ width: 340, position: 'bottom-start' }}
        onChange={choose}
      />
    </Field>
  );
}

import { Button, Select, TextInput } from '@mantine/core';
import { IconRoute, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { useCustomerView } from '../../client/customer-view';
import { contentLanguage } from '../../i18n/content-language';
import { useChosenBook } from '../../records/use-chosen-book';
import { useCommands } from '../../ui/commands';
import { useFormats } from '../../ui/formats';
import { Page } from '../../ui/page';
import { catalogSorts } from './catalog-filters';
import { CatalogTable } from './catalog-table';
import classes from './catalog.module.css';
import { FacetPanel } from './facet-panel';
import { NoBooks } from './no-books';
import { useCatalogFilters } from './use-catalog-filters';
import { useCatalogSearch } from './use-catalog-search';

/** Finds a product among all of a book, as fast as one types. */
export function CatalogScreen() {
  const { t } = useTranslation('catalog');
  const { books, book, choose } = useChosenBook();
  if (books === undefined) return <Page title={t('title')}>{null}</Page>;
  if (!book) {
    return (
      <Page title={t('title')}>
        <NoBooks />
      </Page>
    );
  }
  return <BookScreen key={`${book.bookId} ${book.version}`} books={books} book={book} onChoose={choose} />;
}

interface BookScreenProps {
  readonly books: readonly PriceBookHeader[];
  readonly book: PriceBookHeader;
  readonly onChoose: (bookId: string) => void;
}

function BookScreen({ books, book, onChoose }: BookScreenProps) {
  const { t, i18n } = useTranslation(['catalog', 'configurator']);
  const formats = useFormats();
  // A book's name tells the partner's tier.
  const customerView = useCustomerView(({ on }) => on);
  const [filters, change] = useCatalogFilters();
  const result = useCatalogSearch(book, filters, contentLanguage(i18n.language));
  const search = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  useCommands(
    useMemo(
      () => [
        {
          id: 'catalog-search',
          title: t('searchProducts'),
          group: t('title'),
          shortcut: '/',
          icon: IconSearch,
          run: () => search.current?.focus(),
        },
      ],
      [t],
    ),
  );
  const toResults = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    const grid = results.current?.querySelector<HTMLElement>('[role=grid]');
    if (!grid) return;
    event.preventDefault();
    grid.focus();
    grid.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  };
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button
            component={Link}
            to="/catalog/guide"
            variant="default"
            leftSection={<IconRoute size={15} stroke={1.8} aria-hidden />}
          >
            {t('configurator:guide.title')}
          </Button>
          <Select
            className={classes['book'] ?? ''}
            aria-label={t('book')}
            data={books.map(({ bookId, name, currency }) => ({
              value: bookId,
              label: customerView ? currency : `${name} (${currency})`,
            }))}
            value={book.bookId}
            onChange={(bookId) => bookId && onChoose(bookId)}
            comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
          />
        </>
      }
      toolbar={
        <>
          <TextInput
            ref={search}
            className={classes['search'] ?? ''}
            type="search"
            aria-label={t('searchProducts')}
            placeholder={t('searchPlaceholder')}
            leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
            value={filters.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
            onKeyDown={toResults}
          />
          <Select
            className={classes['sort'] ?? ''}
            aria-label={t('sort.label')}
            data={catalogSorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
            value={filters.sort}
            onChange={(value) => {
              const sort = catalogSorts.find((each) => each === value);
              if (sort) change({ sort });
            }}
          />
          <output className={classes['total']}>
            {result.answer &&
              t('total', { count: result.answer.total, shown: formats.number(result.answer.total) })}
          </output>
        </>
      }
    >
      <div className={classes['body']}>
        <FacetPanel book={book} filters={filters} facets={result.answer?.facets ?? null} onChange={change} />
        <div ref={results} className={classes['results']}>
          {result.answer?.corrected === true && (
            <p className={classes['corrected']}>{t('corrected', { text: filters.text })}</p>
          )}
          <CatalogTable book={book} filters={filters} result={result} onClear={change} />
        </div>
      </div>
    </Page>
  );
}

import { Button, Progress } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { textIn } from '#shared/domain/catalog/localized';
import { familyIn } from '#shared/domain/catalog/product';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { CatalogHit } from '../../client/client';
import { contentLanguage } from '../../i18n/content-language';
import { LifecycleMark } from '../../records/lifecycle-mark';
import { Amount } from '../../ui/amount';
import { DataTable, type Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { noFilters, type CatalogFilters } from './catalog-filters';
import classes from './catalog.module.css';
import { StockText } from './stock-text';
import type { CatalogResult } from './use-catalog-search';

interface CatalogTableProps {
  readonly book: PriceBookHeader;
  readonly filters: CatalogFilters;
  readonly result: CatalogResult;
  readonly onClear: (filters: CatalogFilters) => void;
}

export function CatalogTable({ book, filters, result, onClear }: CatalogTableProps) {
  const { t, i18n } = useTranslation('catalog');
  const navigate = useNavigate();
  const language = contentLanguage(i18n.language);
  const columns = useMemo<readonly Column<CatalogHit>[]>(
    () => [
      {
        key: 'sku',
        title: t('column.sku'),
        width: 204,
        render: ({ product }) => <span className={classes['sku']}>{product.sku}</span>,
      },
      {
        key: 'name',
        title: t('column.name'),
        width: 'minmax(220px, 1fr)',
        render: ({ product }) => (
          <span className={classes['name']}>
            <span className={classes['clip']} title={textIn(product.name, language)}>
              {textIn(product.name, language)}
            </span>
            <LifecycleMark product={product} />
          </span>
        ),
      },
      {
        key: 'family',
        title: t('column.family'),
        width: 140,
        render: ({ product }) => <span className={classes['dimmed']}>{familyIn(product, language)}</span>,
      },
      {
        key: 'stock',
        title: t('column.stock'),
        width: 142,
        render: ({ product }) => <StockText stock={product.stock} />,
      },
      {
        key: 'list',
        title: t('column.list', { currency: book.currency }),
        width: 138,
        align: 'right',
        render: ({ list }) => <Amount value={list} unit />,
      },
    ],
    [t, language, book.currency],
  );
  if (result.error) {
    return (
      <div className={classes['notice']}>
        <ErrorNotice title={t('error.title')} what={t(`error.${result.error.type}`)} todo={t('error.todo')} />
      </div>
    );
  }
  if (!result.answer) return <Preparing />;
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={result.hits}
      totalRows={result.answer.total}
      rowKey={({ product }) => product.sku}
      presorted
      onNearEnd={result.loadMore}
      onOpen={({ product }) => void navigate(`/catalog/${book.bookId}/${encodeURIComponent(product.sku)}`)}
      emptyState={
        <EmptyState
          icon={IconSearchOff}
          title={t('nothing.title')}
          text={t('nothing.text')}
          action={
            <Button variant="default" onClick={() => onClear({ ...noFilters, sort: filters.sort })}>
              {t('nothing.clear')}
            </Button>
          }
        />
      }
    />
  );
}

/** The first search after a start or a new price book waits for its index: said only when it takes noticeably long. */
function Preparing() {
  const { t } = useTranslation('catalog');
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 400);
    return () => clearTimeout(timer);
  }, []);
  if (!slow) return null;
  return (
    <div className={classes['preparing']}>
      <p>{t('preparing')}</p>
      <Progress value={100} animated aria-label={t('preparing')} />
    </div>
  );
}

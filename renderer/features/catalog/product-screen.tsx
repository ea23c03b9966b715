import { Button } from '@mantine/core';
import { IconBoxOff, IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useClipboard } from '@mantine/hooks';
import { textIn } from '#shared/domain/catalog/localized';
import type { Product } from '#shared/domain/catalog/product';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { useCustomerView } from '../../client/customer-view';
import { useBooks } from '../../client/hooks';
import { usePricingSource, type ReadyPricingSource } from '../../client/pricing-source';
import { contentLanguage } from '../../i18n/content-language';
import { Amount } from '../../ui/amount';
import { Crumb } from '../../ui/crumb';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { AddToQuote } from './add-to-quote';
import { BuyPrice } from './buy-price';
import { Lifecycle } from './lifecycle';
import { ProductFacts } from './product-facts';
import classes from './product-screen.module.css';
import { StockText } from './stock-text';

/** Everything the device knows about one product in one book. */
export function ProductScreen() {
  const { t } = useTranslation('catalog');
  const { bookId = '', sku = '' } = useParams();
  const books = useBooks();
  const book = books?.find((each) => each.bookId === bookId);
  const source = usePricingSource(book?.bookId, book?.version, [sku]);
  const product = source.product?.(sku);
  const reading =
    books === undefined ||
    (book && (source.status === 'loading' || (source.status === 'ready' && source.reading)));
  if (reading) return <Page title={sku}>{null}</Page>;
  if (!book || source.status !== 'ready' || !product) {
    return (
      <Page title={sku}>
        <EmptyState
          icon={IconBoxOff}
          title={t('product.missing')}
          text={book ? t('product.missingInBook', { sku, book: book.name }) : t('product.missingBook')}
          action={
            <Button component={Link} to="/catalog" variant="default">
              {t('product.toCatalog')}
            </Button>
          }
        />
      </Page>
    );
  }
  return <ProductDetails book={book} source={source} product={product} />;
}

interface ProductDetailsProps {
  readonly book: PriceBookHeader;
  readonly source: ReadyPricingSource;
  readonly product: Product;
}

function ProductDetails({ book, source, product }: ProductDetailsProps) {
  const { t, i18n } = useTranslation('catalog');
  const customerView = useCustomerView(({ on }) => on);
  const language = contentLanguage(i18n.language);
  const entry = source.book.entry(product.sku);
  const description = textIn(product.description, language);
  return (
    <Page
      title={
        <Crumb to="/catalog" list={t('title')}>
          {textIn(product.name, language)}
        </Crumb>
      }
      actions={
        <>
          <CopySku sku={product.sku} />
          <AddToQuote book={book} product={product} />
        </>
      }
    >
      <div className={classes['screen']}>
        <div className={classes['main']}>
          <Lifecycle book={book} product={product} />
          {description !== '' && <p className={classes['description']}>{description}</p>}
          <ProductFacts product={product} />
        </div>
        <div className={classes['side']}>
          <section className={classes['card']}>
            <h2 className={classes['cardTitle']}>{t('product.listPrice')}</h2>
            <p className={classes['price']}>
              {entry ? <Amount value={entry.list} currency={book.currency} unit /> : t('product.noPrice')}
            </p>
            <p className={classes['dimmed']}>{chargeText(t, product)}</p>
            {/* A book's name tells the partner's tier. */}
            {!customerView && (
              <p className={classes['dimmed']}>
                {t('product.fromBook', { book: book.name, version: book.version })}
              </p>
            )}
          </section>
          {product.stock && <StockCard stock={product.stock} />}
          {!customerView && <BuyPrice source={source} book={book} product={product} />}
        </div>
      </div>
    </Page>
  );
}

function StockCard({ stock }: { readonly stock: NonNullable<Product['stock']> }) {
  const { t } = useTranslation('catalog');
  return (
    <section className={classes['card']}>
      <h2 className={classes['cardTitle']}>{t('column.stock')}</h2>
      <p className={classes['stock']}>
        <StockText stock={stock} />
      </p>
      {stock.level > 0 && (
        <p className={classes['dimmed']}>{t('stock.leadTime', { count: stock.leadTimeDays })}</p>
      )}
    </section>
  );
}

function chargeText(t: ReturnType<typeof useTranslation<'catalog'>>['t'], { charge, unit }: Product): string {
  switch (charge.kind) {
    case 'one-time':
      return t('charge.oneTime', { unit });
    case 'recurring':
      return t(`charge.per-${charge.period}`, { unit, count: charge.termMonths });
    case 'usage':
      return t('charge.usage', { unit });
    default:
      return '';
  }
}

function CopySku({ sku }: { readonly sku: string }) {
  const { t } = useTranslation('catalog');
  const clipboard = useClipboard();
  return (
    <Button
      variant="default"
      leftSection={
        clipboard.copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />
      }
      onClick={() => clipboard.copy(sku)}
    >
      {clipboard.copied ? t('product.copied') : t('product.copySku')}
    </Button>
  );
}

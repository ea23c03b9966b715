import { useTranslation } from 'react-i18next';
import { familyIn } from '#shared/domain/catalog/product';
import { languages, textIn } from '#shared/domain/catalog/localized';
import type { CatalogHit } from '../../../client/client';
import { LifecycleMark } from '../../../records/lifecycle-mark';
import { useFormats } from '../../../ui/formats';
import { useOpenQuote } from '../editing/open-quote';
import classes from './add-line-box.module.css';

/** A product in the list under the search box: what it is, what it costs, whether it is there. */
export function ProductOption({
  hit: { product, list },
  quantity,
}: {
  readonly hit: CatalogHit;
  readonly quantity: string | null;
}) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const { quote, locale } = useOpenQuote();
  const language = languages.find((known) => known === locale) ?? 'en';
  const { stock } = product;
  return (
    <>
      <span className={classes['times']}>{quantity !== null && `${quantity} ×`}</span>
      <span className={classes['name']}>
        <span className={classes['named']}>
          <span className={classes['title']}>{textIn(product.name, language)}</span>
          <LifecycleMark product={product} />
        </span>
        <span className={classes['sub']}>
          {product.sku} · {familyIn(product, language)}
        </span>
      </span>
      <span className={classes['price']}>
        <span>{formats.unitPrice(list, quote.currency)}</span>
        <span className={classes['sub']}>
          {product.charge.kind === 'recurring'
            ? t(`charge.per.${product.charge.period}`)
            : t(`charge.per.${product.charge.kind}`)}
        </span>
      </span>
      <span className={classes['stock']} data-out={stock?.level === 0 || undefined}>
        {stock === null
          ? t('stock.none')
          : stock.level > 0
            ? t('stock.there', { count: stock.level })
            : t('stock.lead', { count: stock.leadTimeDays })}
      </span>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { familyIn, type Product } from '#shared/domain/catalog/product';
import { contentLanguage } from '../../i18n/content-language';
import classes from './product-screen.module.css';

/** What kind of thing it is, then its own attributes as the vendor names them. */
export function ProductFacts({ product }: { readonly product: Product }) {
  const { t, i18n } = useTranslation('catalog');
  const facts: readonly (readonly [string, string])[] = [
    [t('column.sku'), product.sku],
    [t('facet.kind'), t(`kind.${product.kind}`)],
    [t('column.family'), familyIn(product, contentLanguage(i18n.language))],
    [t('facet.vendor'), product.vendor],
    [t('product.unit'), product.unit],
    ...Object.entries(product.attributes),
  ];
  return (
    <dl className={classes['facts']}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name} className={classes['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/product';
import { useFormats } from '../../ui/formats';
import classes from './catalog.module.css';

/** Stock as last synced; products without stock (licences, services) show a dash. */
export function StockText({ stock }: { readonly stock: Product['stock'] }) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  if (!stock) return <span className={classes['dimmed']}>{t('stock.none')}</span>;
  if (stock.level > 0)
    return <span>{t('stock.level', { count: stock.level, shown: formats.number(stock.level) })}</span>;
  return <span className={classes['dimmed']}>{t('stock.leadTime', { count: stock.leadTimeDays })}</span>;
}

import { useTranslation } from 'react-i18next';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import { Amount } from '../../../ui/amount';
import { useFormats } from '../../../ui/formats';
import { hitOf, type PasteRow } from './paste-rows';
import classes from './paste.module.css';

/** The book's list price; under it the price the order names and how far it is from the book's. */
export function PriceCell({ row }: { readonly row: PasteRow }) {
  const { t } = useTranslation('paste');
  const formats = useFormats();
  const list = hitOf(row)?.list;
  const own = row.price;
  if (row.unreadPrice !== null && row.unreadPrice !== undefined && row.unreadPrice.trim() !== '') {
    const unread = t('priceUnread', { text: row.unreadPrice });
    return (
      <span className={classes['two']}>
        {list === undefined ? null : <Amount value={list} unit />}
        <span className={classes['unread']} title={unread}>
          {unread}
        </span>
      </span>
    );
  }
  if (list === undefined) return own === null ? null : <Amount value={own} unit muted />;
  if (own === null) return <Amount value={list} unit />;
  const difference = sumDecimals([own, `-${list}`]);
  return (
    <span className={classes['two']}>
      <Amount value={list} unit />
      <span className={classes['small']} title={t('orderPrice', { price: formats.unitPrice(own) })}>
        {formats.unitPrice(own)} (<Amount value={difference} unit sign />)
      </span>
    </span>
  );
}

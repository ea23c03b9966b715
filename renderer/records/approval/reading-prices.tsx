import { useTranslation } from 'react-i18next';
import classes from './approval.module.css';

/** In place of what has to be priced first; said only when reading the price book takes longer than people notice. */
export function ReadingPrices() {
  const { t } = useTranslation('approvals');
  return <output className={classes['reading']}>{t('reading')}</output>;
}

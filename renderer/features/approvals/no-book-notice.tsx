import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './approvals.module.css';

/** The version of the price book that the quote names is not on this device. */
export function NoBookNotice() {
  const { t } = useTranslation('approvals');
  return (
    <div className={classes['notice']}>
      <ErrorNotice
        title={t('noBook.title')}
        what={t('noBook.what')}
        safe={t('noBook.safe')}
        todo={t('noBook.todo')}
      />
    </div>
  );
}

import { Outlet } from 'react-router';
import { useTranslation } from 'react-i18next';
import classes from './frame.module.css';
import { Navigation } from './navigation';

export function Frame() {
  const { t } = useTranslation('app');
  return (
    <div className={classes['frame']}>
      <a className={classes['skip']} href="#content">
        {t('skipToContent')}
      </a>
      <Navigation />
      <main id="content" className={classes['main']} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { usePlaceHeading } from '../ui/place';
import { placeOf } from './places';
import classes from './top-bar.module.css';

/** Where one is, below a main place. On the place itself its heading says it already. */
export function Breadcrumb() {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const heading = usePlaceHeading();
  const place = placeOf(pathname);
  if (!place || pathname === place.to) return null;
  return (
    <nav aria-label={t('whereAmI')}>
      <ol className={classes['crumbs']}>
        <li>
          <Link to={place.to}>{t(`nav.${place.key}`)}</Link>
          <IconChevronRight size={13} stroke={1.7} aria-hidden />
        </li>
        <li aria-current="page">
          <span className={classes['crumbText']}>{heading}</span>
        </li>
      </ol>
    </nav>
  );
}

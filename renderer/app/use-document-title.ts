import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useCustomerView } from '../client/customer-view';
import { usePlaceHeading } from '../ui/place';
import { placeOf } from './places';

/** The window's title names the open screen; in customer view only the main place, which names nobody. */
export function useDocumentTitle(): void {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const heading = usePlaceHeading();
  const customerView = useCustomerView(({ on }) => on);
  const place = placeOf(pathname);
  const name = customerView || heading === '' ? place && t(`nav.${place.key}`) : heading;
  useEffect(() => {
    document.title = name ? `${name} \u2013 ${t('name')}` : t('name');
  }, [name, t]);
}

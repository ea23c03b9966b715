import {
  IconBox,
  IconBuilding,
  IconFileDollar,
  IconHome,
  IconSettings,
  IconShoppingCart,
  IconTargetArrow,
} from '@tabler/icons-react';
import { NavLink } from 'react-router';
import { useTranslation } from 'react-i18next';
import classes from './frame.module.css';

const places = [
  { to: '/', key: 'today', icon: IconHome },
  { to: '/opportunities', key: 'opportunities', icon: IconTargetArrow },
  { to: '/accounts', key: 'accounts', icon: IconBuilding },
  { to: '/quotes', key: 'quotes', icon: IconFileDollar },
  { to: '/orders', key: 'orders', icon: IconShoppingCart },
  { to: '/catalog', key: 'catalog', icon: IconBox },
  { to: '/settings', key: 'settings', icon: IconSettings },
] as const;

export function Navigation() {
  const { t } = useTranslation('app');
  return (
    <nav className={classes['nav']} aria-label={t('nav.label')}>
      {places.map(({ to, key, icon: Icon }) => (
        <NavLink key={key} to={to} end={to === '/'} className={classes['link'] ?? ''}>
          <Icon size={17} stroke={1.7} aria-hidden />
          <span>{t(`nav.${key}`)}</span>
        </NavLink>
      ))}
    </nav>
  );
}

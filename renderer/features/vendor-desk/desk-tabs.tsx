import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import classes from './desk-tabs.module.css';

const tabs = [
  { key: 'orders', to: '/vendor-desk' },
  { key: 'approvals', to: '/vendor-desk/approvals' },
  { key: 'specialBids', to: '/vendor-desk/special-bids' },
  { key: 'registrations', to: '/vendor-desk/registrations' },
] as const;

/** What is decided at the desk; each has an address of its own. */
export function DeskTabs() {
  const { t } = useTranslation('vendor-desk');
  return (
    <nav className={classes['tabs']} aria-label={t('tabs.label')}>
      {tabs.map(({ key, to }) => (
        <NavLink key={key} to={to} end className={classes['tab'] ?? ''}>
          {t(`tabs.${key}`)}
        </NavLink>
      ))}
    </nav>
  );
}

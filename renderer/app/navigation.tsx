import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useClient } from '../client/client-context';
import { DeskTabs } from '../features/vendor-desk/desk-tabs';
import classes from './navigation.module.css';
import { placesFor, type PlaceEntry } from './places';
import { useWaitingCounts, type Waiting } from './use-waiting-counts';

interface NavigationProps {
  readonly collapsed: boolean;
  readonly onToggle: () => void;
}

export function Navigation({ collapsed, onToggle }: NavigationProps) {
  const { t } = useTranslation('app');
  const { session } = useClient();
  const places = placesFor(session.role);
  const waiting = useWaitingCounts();
  const toggleLabel = collapsed ? t('nav.expand') : t('nav.collapse');
  const ToggleIcon = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes['nav']} data-collapsed={collapsed || undefined} aria-label={t('nav.label')}>
      <div className={classes['brand']}>
        <img src="/icon.svg" width={22} height={22} alt="" />
        {!collapsed && <span className={classes['name']}>{t('name')}</span>}
        <Tooltip label={toggleLabel}>
          <ActionIcon className={classes['toggle'] ?? ''} aria-label={toggleLabel} onClick={onToggle}>
            <ToggleIcon size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <ul className={classes['list']}>
        {places.map((place) =>
          place.key === 'vendor-desk' ? (
            <DeskTabs key={place.key} collapsed={collapsed} />
          ) : (
            <Place key={place.key} place={place} collapsed={collapsed} waiting={waiting[place.key]} />
          ),
        )}
      </ul>
    </nav>
  );
}

function Place({
  place,
  collapsed,
  waiting,
}: {
  readonly place: PlaceEntry;
  readonly collapsed: boolean;
  readonly waiting: Waiting | undefined;
}) {
  const { t } = useTranslation('app');
  const { key, to, icon: Icon } = place;
  const label = t(`nav.${key}`);
  return (
    <li data-place={key}>
      <Tooltip label={label} position="right" disabled={!collapsed}>
        <NavLink to={to} end={to === '/'} className={classes['link'] ?? ''}>
          <Icon size={17} stroke={1.7} aria-hidden />
          <span className={classes['label']}>{label}</span>
          {waiting && (
            <span className={classes['count']} data-tone={waiting.tone} title={waiting.words}>
              <span aria-hidden>{waiting.count}</span>
              <span className={classes['words']}>{waiting.words}</span>
            </span>
          )}
        </NavLink>
      </Tooltip>
    </li>
  );
}

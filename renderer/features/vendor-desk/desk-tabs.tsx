import { Tooltip } from '@mantine/core';
import {
  IconBook2,
  IconBuildingStore,
  IconChecklist,
  IconHistory,
  IconInbox,
  IconListCheck,
  IconMessages,
  IconRoute,
  IconShieldCheck,
  IconShoppingCart,
  IconTag,
  IconWebhook,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useFormats } from '../../ui/formats';
import type { IconComponent } from '../../ui/icon';
import { useDeskWaiting } from './desk-tabs-waiting';
import classes from './desk-tabs.module.css';

const groups = ['decide', 'partners', 'program', 'oversight'] as const;

/** Every place of the desk, by group: one line each. `key` names its text (`tabs.<key>`). */
const tabs = [
  { key: 'leads', to: '/vendor-desk/leads', icon: IconInbox, group: 'decide' },
  { key: 'registrations', to: '/vendor-desk/registrations', icon: IconShieldCheck, group: 'decide' },
  { key: 'approvals', to: '/vendor-desk/approvals', icon: IconChecklist, group: 'decide' },
  { key: 'specialBids', to: '/vendor-desk/special-bids', icon: IconTag, group: 'decide' },
  { key: 'orders', to: '/vendor-desk', icon: IconShoppingCart, group: 'decide' },
  { key: 'conversations', to: '/vendor-desk/conversations', icon: IconMessages, group: 'partners' },
  { key: 'obligations', to: '/vendor-desk/obligations', icon: IconListCheck, group: 'partners' },
  { key: 'rules', to: '/vendor-desk/rules', icon: IconRoute, group: 'program' },
  { key: 'partners', to: '/vendor-desk/partners', icon: IconBuildingStore, group: 'partners' },
  { key: 'priceBooks', to: '/vendor-desk/price-books', icon: IconBook2, group: 'program' },
  { key: 'audit', to: '/vendor-desk/audit', icon: IconHistory, group: 'oversight' },
  { key: 'webhooks', to: '/vendor-desk/webhooks', icon: IconWebhook, group: 'oversight' },
] as const satisfies readonly {
  readonly key: string;
  readonly to: string;
  readonly icon: IconComponent;
  readonly group: (typeof groups)[number];
}[];

type DeskTab = (typeof tabs)[number];
/** By the place it waits in; most of them have a queue. */
type Waiting = Partial<Record<DeskTab['key'], number>>;

/** The desk's places in the main navigation, grouped; each has an address of its own. */
export function DeskTabs({ collapsed }: { readonly collapsed: boolean }) {
  const { t } = useTranslation('vendor-desk');
  const waiting: Waiting = useDeskWaiting();
  return groups.map((group) => {
    const places = tabs.filter((tab) => tab.group === group);
    return places.length === 0 ? null : (
      <li key={group} className={classes['group']} data-collapsed={collapsed || undefined}>
        <span className={classes['heading']} id={`desk-${group}`}>
          {t(`groups.${group}`)}
        </span>
        <ul className={classes['list']} aria-labelledby={`desk-${group}`}>
          {places.map((tab) => (
            <Tab key={tab.key} tab={tab} waiting={waiting[tab.key]} collapsed={collapsed} />
          ))}
        </ul>
      </li>
    );
  });
}

interface TabProps {
  readonly tab: DeskTab;
  /** undefined: nothing is counted there, or not yet. */
  readonly waiting: number | undefined;
  readonly collapsed: boolean;
}

function Tab({ tab: { key, to, icon: Icon }, waiting = 0, collapsed }: TabProps) {
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  const name = t(`tabs.${key}`);
  const named = waiting > 0 ? t('tabWaiting', { name, count: waiting }) : name;
  return (
    <li>
      <Tooltip label={named} position="right" disabled={!collapsed}>
        <NavLink
          to={to}
          end={to === '/vendor-desk'}
          className={classes['tab'] ?? ''}
          {...(waiting > 0 ? { 'aria-label': named } : {})}
        >
          <Icon size={17} stroke={1.7} aria-hidden />
          <span className={classes['label']}>{name}</span>
          {waiting > 0 && <span className={classes['count']}>{formats.number(waiting)}</span>}
        </NavLink>
      </Tooltip>
    </li>
  );
}

/** The name of the place of the desk that is open; undefined elsewhere. */
export function useDeskTitle(): string | undefined {
  const { t } = useTranslation('vendor-desk');
  const { pathname } = useLocation();
  const open = tabs.find(({ to }) => to === pathname.replace(/\/$/, ''));
  return open && t(`tabs.${open.key}`);
}

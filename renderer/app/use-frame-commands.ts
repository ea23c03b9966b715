import { useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import {
  IconEye,
  IconKeyboard,
  IconLayoutSidebar,
  IconMoon,
  IconRefresh,
  IconSearch,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useClient } from '../client/client-context';
import { useCustomerView } from '../client/customer-view';
import { useCommands, type Command } from '../ui/commands';
import { placesFor } from './places';

interface Dialogs {
  readonly openPalette: () => void;
  readonly shortcutsOpened: boolean;
  readonly closeShortcuts: () => void;
}

/** The commands that are there on every screen. */
export function useFrameCommands(toggleNavigation: () => void): Dialogs {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const { session, sync } = useClient();
  const { toggleColorScheme } = useMantineColorScheme();
  const [shortcutsOpened, setShortcutsOpened] = useState(false);

  const commands = useMemo<readonly Command[]>(() => {
    const general = t('commands.general');
    return [
      {
        id: 'search',
        title: t('search'),
        group: general,
        shortcut: 'mod+K',
        icon: IconSearch,
        run: spotlight.open,
      },
      {
        id: 'customer-view',
        title: t('commands.customerView'),
        group: general,
        shortcut: 'F9',
        icon: IconEye,
        run: () => useCustomerView.getState().toggle(),
      },
      {
        id: 'sync-now',
        title: t('commands.syncNow'),
        group: general,
        shortcut: 'mod+alt+S',
        icon: IconRefresh,
        run: () => void sync.syncNow(),
      },
      {
        id: 'toggle-navigation',
        title: t('commands.toggleNavigation'),
        group: general,
        shortcut: '[',
        icon: IconLayoutSidebar,
        run: toggleNavigation,
      },
      { id: 'theme', title: t('commands.theme'), group: general, icon: IconMoon, run: toggleColorScheme },
      {
        id: 'shortcuts',
        title: t('commands.shortcuts'),
        group: general,
        shortcut: '?',
        icon: IconKeyboard,
        run: () => setShortcutsOpened(true),
      },
      ...placesFor(session.role).map(({ key, to, icon, go }) => ({
        id: `go-${key}`,
        title: t(`nav.${key}`),
        group: t('commands.goTo'),
        shortcut: go,
        icon,
        run: () => void navigate(to),
      })),
    ];
  }, [t, navigate, session.role, sync, toggleColorScheme, toggleNavigation]);
  useCommands(commands);
  return {
    openPalette: spotlight.open,
    shortcutsOpened,
    closeShortcuts: () => setShortcutsOpened(false),
  };
}

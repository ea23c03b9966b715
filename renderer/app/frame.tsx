import { useMediaQuery } from '@mantine/hooks';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useCustomerView } from '../client/customer-view';
import { useRemembered } from '../ui/use-remembered';
import { CommandPalette } from './command-palette';
import classes from './frame.module.css';
import { Navigation } from './navigation';
import { Notices } from './notices';
import { ShortcutsList } from './shortcuts-list';
import { StorageNotices } from './storage-notices';
import { TopBar } from './top-bar';
import { useDocumentTitle } from './use-document-title';
import { useFrameCommands } from './use-frame-commands';
import { useLastPlace } from './use-last-place';
import { useWarmCatalog } from './use-warm-catalog';

/** What surrounds every screen: where one can go, where one is, and how the device stands with the vendor. */
export function Frame() {
  const { t } = useTranslation('app');
  const customerView = useCustomerView(({ on }) => on);
  // A small window, or a laptop at 200 % zoom, keeps its room for the work; its choice is remembered apart.
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const wide = useRemembered('nav-collapsed', false);
  const small = useRemembered('nav-collapsed-narrow', true);
  const [collapsed, setCollapsed] = narrow ? small : wide;
  const toggle = useCallback(() => setCollapsed((before) => !before), [setCollapsed]);
  useLastPlace();
  useWarmCatalog();
  useDocumentTitle();
  const dialogs = useFrameCommands(toggle);
  return (
    <div
      className={classes['frame']}
      data-collapsed={collapsed || undefined}
      data-customer-view={customerView || undefined}
    >
      <a className={classes['skip']} href="#content">
        {t('skipToContent')}
      </a>
      <Navigation collapsed={collapsed} onToggle={toggle} />
      <TopBar onSearch={dialogs.openPalette} />
      <main id="content" className={classes['main']} tabIndex={-1}>
        <StorageNotices />
        <div className={classes['screen']}>
          <Outlet />
        </div>
      </main>
      <Notices />
      <CommandPalette />
      <ShortcutsList opened={dialogs.shortcutsOpened} onClose={dialogs.closeShortcuts} />
    </div>
  );
}

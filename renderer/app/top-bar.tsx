import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconEye, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCustomerView } from '../client/customer-view';
import { ShortcutKeys } from '../ui/shortcut-keys';
import { PersonMenu } from './person-menu';
import { SyncIndicator } from './sync-indicator';
import classes from './top-bar.module.css';

export function TopBar({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  return (
    <header className={classes['bar']}>
      <div className={classes['where']}>
        <ActionIcon aria-label={t('back')} onClick={() => void navigate(-1)}>
          <IconArrowLeft size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={t('forward')} onClick={() => void navigate(1)}>
          <IconArrowRight size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      </div>
      <UnstyledButton className={classes['search'] ?? ''} onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={15} stroke={1.7} aria-hidden />
        <span className={classes['searchText']}>{t('search')}</span>
        <ShortcutKeys shortcut="mod+K" />
      </UnstyledButton>
      <div className={classes['tools']}>
        <SyncIndicator />
        <CustomerViewSwitch />
        <PersonMenu />
      </div>
    </header>
  );
}

function CustomerViewSwitch() {
  const { t } = useTranslation('app');
  const { on, toggle } = useCustomerView();
  return (
    <Tooltip label={on ? t('customerView.leave') : t('customerView.enter')}>
      <UnstyledButton
        className={classes['customerView'] ?? ''}
        role="switch"
        aria-label={t('customerView.name')}
        aria-checked={on}
        aria-keyshortcuts="F9"
        onClick={toggle}
      >
        <IconEye size={16} stroke={1.7} aria-hidden />
        <span className={classes['customerViewText']}>{t('customerView.name')}</span>
      </UnstyledButton>
    </Tooltip>
  );
}

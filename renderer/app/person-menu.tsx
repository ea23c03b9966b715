import { Avatar, Button, Group, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLogout, IconMoon, IconSettings, IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { languages } from '#shared/domain/catalog/localized';
import { useSyncStatus } from '../client/hooks';
import { Dialog } from '../ui/dialog';
import { usePreferences } from '../ui/preferences';
import { useSessionActions } from '../client/session-actions';
import classes from './top-bar.module.css';

const schemes = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
] as const;

export function PersonMenu() {
  const { t, i18n } = useTranslation(['app', 'common']);
  const navigate = useNavigate();
  const { session, signOut } = useSessionActions();
  const { waiting } = useSyncStatus();
  const { setLanguage } = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <UnstyledButton
            className={classes['person'] ?? ''}
            aria-label={t('person.menu', { name: session.name })}
          >
            <Avatar name={session.name} color="accent" size={26} radius="xl" alt="" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {session.name}
            <br />
            {session.partnerName}
          </Menu.Label>
          <Menu.Divider />
          <Menu.Label>{t('person.theme')}</Menu.Label>
          {schemes.map(({ value, icon: Icon }) => (
            <Menu.Item
              key={value}
              role="menuitemradio"
              aria-checked={colorScheme === value}
              data-checked={colorScheme === value || undefined}
              leftSection={<Icon size={15} stroke={1.7} aria-hidden />}
              onClick={() => setColorScheme(value)}
            >
              {t(`common:theme.${value}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t('person.language')}</Menu.Label>
          {languages.map((language) => (
            <Menu.Item
              key={language}
              role="menuitemradio"
              aria-checked={i18n.language === language}
              data-checked={i18n.language === language || undefined}
              lang={language}
              onClick={() => setLanguage(language)}
            >
              {t(`common:language.${language}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconSettings size={15} stroke={1.7} aria-hidden />}
            onClick={() => void navigate('/settings')}
          >
            {t('nav.settings')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={15} stroke={1.7} aria-hidden />}
            onClick={() => (waiting > 0 ? setAsking(true) : signOut())}
          >
            {t('person.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('person.waitingTitle', { count: waiting })}
      >
        <p>{t('person.waitingText', { name: session.name })}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('person.stay')}
          </Button>
          <Button onClick={signOut}>{t('person.signOut')}</Button>
        </Group>
      </Dialog>
    </>
  );
}

import { UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { demoAccounts, type Demo } from './session-api';
import classes from './sign-in.module.css';

interface DemoHintProps {
  readonly onPick: (account: { readonly email: string; readonly password: string }) => void;
}

/** Whom to try the demo as. Shown only where the server says it is a demo. */
export function DemoHint({ onPick }: DemoHintProps) {
  const { t } = useTranslation('sign-in');
  const [demo, setDemo] = useState<Demo | null>(null);
  useEffect(() => {
    void demoAccounts().then(setDemo);
  }, []);
  if (!demo || demo.accounts.length === 0) return null;
  return (
    <section className={classes['demo']} aria-label={t('demo.title')}>
      <p className={classes['demoTitle']}>{t('demo.title')}</p>
      {demo.accounts.map((account) => (
        <UnstyledButton
          key={account.email}
          className={classes['demoAccount'] ?? ''}
          onClick={() => onPick({ email: account.email, password: demo.password })}
        >
          <strong>{account.name}</strong>
          <span>{t(`demo.role.${account.role}`, { company: account.partnerName })}</span>
        </UnstyledButton>
      ))}
    </section>
  );
}

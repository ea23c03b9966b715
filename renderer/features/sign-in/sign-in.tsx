import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { IconCloudOff, IconLock, IconReceipt2 } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '#shared/domain/catalog/localized';
import type { Session } from '#shared/protocol/session';
import { usePreferences } from '../../ui/preferences';
import { DemoHint } from './demo-hint';
import { signIn, type SignInError } from './session-api';
import classes from './sign-in.module.css';

interface SignInProps {
  readonly onSignedIn: (session: Session) => void;
  /** Set when a session ended while its person was working: they sign in again and lose nothing. */
  readonly returning?: Session | null;
}

/** The first screen of a device that knows nobody. One form; every failure says what to do. */
export function SignIn({ onSignedIn, returning = null }: SignInProps) {
  const { t } = useTranslation('sign-in');
  const [email, setEmail] = useState(returning?.email ?? '');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<SignInError | null>(null);
  const [busy, setBusy] = useState(false);
  const emailInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  // The screen is one form: typing can start at once.
  useEffect(() => (returning ? passwordInput : emailInput).current?.focus(), [returning]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const result = await signIn(email, password);
    setBusy(false);
    if (result.ok) {
      onSignedIn(result.value);
      return;
    }
    setError(result.error);
    if (result.error.type === 'wrong-credentials') passwordInput.current?.select();
  };

  return (
    <div className={classes['root']}>
      <main className={classes['form']}>
        <form className={classes['column']} onSubmit={(event) => void submit(event)}>
          <div className={classes['mark']}>
            <img src="/icon.svg" width={32} height={32} alt="" />
            <span>{t('product')}</span>
          </div>
          <h1 className={classes['title']}>{returning ? t('again') : t('title')}</h1>
          <p className={classes['lead']}>{returning ? t('againText') : t('lead')}</p>
          <TextInput
            size="sm"
            label={t('email')}
            type="email"
            autoComplete="username"
            ref={emailInput}
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            ref={passwordInput}
            size="sm"
            label={t('password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          />
          {error && (
            <p className={classes['error']} role="alert">
              {error.type === 'server-error'
                ? t('error.server-error', { status: error.status })
                : t(`error.${error.type}`)}
            </p>
          )}
          <Button type="submit" size="sm" fullWidth loading={busy}>
            {t('submit')}
          </Button>
          {!returning && (
            <DemoHint
              onPick={(account) => {
                setEmail(account.email);
                setPassword(account.password);
              }}
            />
          )}
        </form>
        <LanguageSwitch />
      </main>
      <ProductPromise />
    </div>
  );
}

function LanguageSwitch() {
  const { t, i18n } = useTranslation(['common', 'sign-in']);
  const { setLanguage } = usePreferences();
  return (
    <SegmentedControl
      className={classes['languages'] ?? ''}
      size="xs"
      aria-label={t('sign-in:language')}
      value={i18n.language}
      onChange={setLanguage}
      data={languages.map((language) => ({ value: language, label: t(`common:language.${language}`) }))}
    />
  );
}

/** What the product promises, beside the form. */
function ProductPromise() {
  const { t } = useTranslation('sign-in');
  const points = [
    { key: 'offline', icon: IconCloudOff },
    { key: 'exact', icon: IconReceipt2 },
    { key: 'safe', icon: IconLock },
  ] as const;
  return (
    <section className={classes['promise']} aria-label={t('promise.claim')}>
      <h2 className={classes['claim']}>{t('promise.claim')}</h2>
      <ul className={classes['points']}>
        {points.map(({ key, icon: Icon }) => (
          <li key={key}>
            <Icon size={20} stroke={1.6} aria-hidden />
            <span>
              <strong>{t(`promise.${key}`)}</strong>
              {t(`promise.${key}Text`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

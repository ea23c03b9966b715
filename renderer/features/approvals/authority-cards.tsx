import { Progress } from '@mantine/core';
import { IconAlertTriangle, IconCalendarTime, IconClockOff, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DelegatedAuthority } from '#shared/domain/approval/delegated-authority';
import { verifyAuthority } from '#shared/domain/approval/verify-authority';
import { usePartner } from '../../client/hooks';
import { useToday } from '../../records/use-today';
import { useFormats } from '../../ui/formats';
import { StateBadge } from '../../ui/state-badge';
import { budgetOf, usableOn } from './authority-budget';
import classes from './authority-cards.module.css';

/** PR-62: what the vendor lets this person give on his own: on what, how much, what is left of it, until when, and whether it is really signed. */
export function AuthorityCards({ authorities }: { readonly authorities: readonly DelegatedAuthority[] }) {
  const { t } = useTranslation('approvals');
  return (
    <ul className={classes['cards']} aria-label={t('authority.title')}>
      {authorities.map((authority) => (
        <li key={authority.id} className={classes['card']}>
          <AuthorityCard authority={authority} />
        </li>
      ))}
    </ul>
  );
}

function AuthorityCard({ authority }: { readonly authority: DelegatedAuthority }) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const { token } = authority;
  const { amount, currency } = token.budget;
  const { spent, left } = budgetOf(authority);
  return (
    <>
      <div className={classes['head']}>
        <span className={classes['what']}>
          {t('authority.extra', {
            percent: formats.percent(token.maxExtraDiscount),
            family: token.family ?? t('authority.everyFamily'),
          })}
        </span>
        <AuthorityState authority={authority} />
      </div>
      <Progress
        value={share(spent, amount)}
        size="sm"
        aria-label={t('authority.used')}
        color={left === '0' ? 'red' : 'accent'}
      />
      <dl className={classes['facts']}>
        <dt>{t('authority.left')}</dt>
        <dd>
          {t('authority.leftOf', {
            left: formats.amount(left, currency),
            budget: formats.amount(amount, currency),
          })}
        </dd>
        <dt>{t('authority.until')}</dt>
        <dd>{formats.day(token.validUntil)}</dd>
      </dl>
    </>
  );
}

/** For the length of a bar only. */
const share = (spent: string, budget: string): number =>
  Math.min(100, (100 * Number(spent)) / Math.max(Number(budget), 0.01));

function AuthorityState({ authority }: { readonly authority: DelegatedAuthority }) {
  const { t } = useTranslation('approvals');
  const keys = usePartner()?.signingKeys ?? [];
  const today = useToday();
  if (!verifyAuthority(authority, keys)) {
    return <StateBadge tone="bad" icon={IconAlertTriangle} label={t('authority.notSigned')} />;
  }
  switch (usableOn(authority, today)) {
    case 'early':
      return <StateBadge tone="neutral" icon={IconCalendarTime} label={t('authority.early')} />;
    case 'ended':
      return <StateBadge tone="neutral" icon={IconClockOff} label={t('authority.ended')} />;
    default:
      return <StateBadge tone="good" icon={IconShieldCheck} label={t('authority.signed')} />;
  }
}

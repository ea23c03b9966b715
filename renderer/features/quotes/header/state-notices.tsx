import { Button } from '@mantine/core';
import { IconClockOff, IconLock, IconShieldExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { canMove } from '#shared/domain/quote/lifecycle';
import { useToday } from '../../../records/use-today';
import { useFormats } from '../../../ui/formats';
import { useOpenQuote } from '../editing/open-quote';
import { useLifecycle } from '../editing/use-lifecycle';
import { usePolicy } from '../editing/policy';
import classes from './notices.module.css';

/** PR-61: what taking the quote back to draft would undo, said where it is done. */
export function ReadOnly() {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const { quote, editable } = useOpenQuote();
  const { revise } = useLifecycle();
  if (editable) return null;
  const { approval, state, revision } = quote;
  const words =
    state === 'ordered'
      ? t('readOnly.ordered')
      : state === 'in-approval'
        ? t('readOnly.inApproval', { revision })
        : approval
          ? t('readOnly.approved', { name: approval.by, day: formats.instant(approval.at), revision })
          : t('readOnly.other', { revision });
  return (
    <div className={classes['bar']}>
      <IconLock size={14} aria-hidden />
      <span className={classes['words']}>{words}</span>
      {canMove(state, 'draft') && (
        <Button variant="subtle" size="compact-xs" onClick={() => void revise()}>
          {t('next.reviseTo', { count: revision + 1 })}
        </Button>
      )}
    </div>
  );
}

/** PR-24, PR-60: why a draft may not go out as it is, before anybody tries. */
export function PolicyNotice() {
  const { t } = useTranslation('quotes');
  const { quote, editable, customerView } = useOpenQuote();
  const { verdict, blocking, unfit, reasons } = usePolicy();
  if (!editable || customerView || (verdict !== 'blocked' && verdict !== 'needs-approval')) return null;
  const blocked = verdict === 'blocked';
  const why = blocked
    ? [
        ...new Set(blocking.map(({ floor }) => t(`policy.floor.${floor}`))),
        ...unfit.map((sku) => t('policy.unfit', { sku })),
      ]
    : [...new Set(reasons.map(({ kind, name }) => (kind === 'rule' ? name : t(`policy.floor.${kind}`))))];
  const lines = new Set(
    blocked ? blocking.flatMap(({ lineId }) => lineId ?? []) : reasons.flatMap(({ lineIds }) => lineIds),
  ).size;
  return (
    <output className={classes['bar']} data-tone={blocked ? 'bad' : 'warn'}>
      <IconShieldExclamation size={15} aria-hidden />
      <span className={classes['words']}>
        {t(`policy.${verdict}`)}{' '}
        {[...why, ...(lines > 0 ? [t('policy.lines', { count: lines })] : [])].join(' · ')}
      </span>
      {!blocked && (
        <Button component={Link} to={`/quotes/${quote.id}/approval`} variant="subtle" size="compact-xs">
          {t('next.ask')}
        </Button>
      )}
    </output>
  );
}

/** PR-31: no longer valid, by what, and the way on. */
export function Expired() {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const { quote, priced, customerView, editable } = useOpenQuote();
  const { takeTodaysPrices } = useLifecycle();
  const today = useToday();
  const until = priced?.validity.until ?? quote.expiresOn;
  const over = quote.state === 'expired' || until <= today;
  if (!over || quote.state === 'ordered' || quote.state === 'rejected') return null;
  return (
    <output className={classes['bar']} data-tone="warn">
      <IconClockOff size={15} aria-hidden />
      <span className={classes['words']}>
        {priced && !customerView && until <= today
          ? t(`expired.${priced.validity.because}`, { day: formats.day(until), name: priced.validity.name })
          : t('expired.quote', { day: formats.day(until) })}
      </span>
      {takeTodaysPrices && !customerView && (
        <Button variant="subtle" size="compact-xs" onClick={() => void takeTodaysPrices()}>
          {editable
            ? t('expired.takeTodays')
            : t('expired.reviseWithTodays', { revision: quote.revision + 1 })}
        </Button>
      )}
    </output>
  );
}

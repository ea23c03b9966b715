import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './sync.module.css';

/** SY-11: a clock that is wrong hurts nothing that was done, but what the screens say of today. Minutes; negative: it is behind. */
export function ClockNotice({ minutesAhead }: { readonly minutesAhead: number }) {
  const { t } = useTranslation('sync');
  const amount = lengthOf(Math.abs(minutesAhead));
  const by = t(`clock.${amount.unit}`, { count: amount.count });
  return (
    <div className={classes['notice']}>
      <ErrorNotice
        title={t(minutesAhead > 0 ? 'clock.ahead' : 'clock.behind', { by })}
        what={t('clock.what')}
        safe={t('clock.safe')}
        todo={t('clock.todo')}
        tone="calm"
      />
    </div>
  );
}

/** In the unit a person would say it in. */
function lengthOf(minutes: number): { unit: 'minutes' | 'hours' | 'days' | 'years'; count: number } {
  if (minutes < 120) return { unit: 'minutes', count: Math.round(minutes) };
  const hours = minutes / 60;
  if (hours < 48) return { unit: 'hours', count: Math.round(hours) };
  const days = hours / 24;
  return days < 730
    ? { unit: 'days', count: Math.round(days) }
    : { unit: 'years', count: Math.round(days / 365.25) };
}

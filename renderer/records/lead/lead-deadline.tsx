import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../ui/formats';
import classes from './lead-deadline.module.css';
import { timeLeft } from './time-left';
import { useServerNow } from './use-server-now';

/** When less is left, it is urgent. */
const soon = 4 * 3_600_000;

interface LeadDeadlineProps {
  readonly acceptBy: string;
  /** Only the time: a heading says that it is what is left. */
  readonly bare?: boolean;
}

/** OPP-2: how long a lead can still be accepted, counting down by the server's clock. */
export function LeadDeadline({ acceptBy, bare = false }: LeadDeadlineProps) {
  const { t } = useTranslation('leads');
  const formats = useFormats();
  const now = useServerNow(10_000);
  const words = useTimeLeft();
  const until = Date.parse(acceptBy);
  const left = words(until, now);
  return (
    <time
      className={classes['deadline']}
      data-urgent={until - now < soon || undefined}
      dateTime={acceptBy}
      title={formats.instant(acceptBy)}
    >
      {left === null ? t('deadline.over') : bare ? left : t('deadline.left', { time: left })}
    </time>
  );
}

/** "2 h 5 min" in the UI language; null: the time is up. */
export function useTimeLeft(): (until: number, now: number) => string | null {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const formats = (['day', 'hour', 'minute'] as const).map(
      (unit) =>
        [
          unit,
          new Intl.NumberFormat(i18n.language, {
            style: 'unit',
            unit,
            unitDisplay: unit === 'day' ? 'long' : 'short',
          }),
        ] as const,
    );
    const inWords = new Map(formats);
    return (until, now) =>
      timeLeft(until, now)
        ?.map(({ unit, value }) => inWords.get(unit)?.format(value))
        .join(' ') ?? null;
  }, [i18n.language]);
}

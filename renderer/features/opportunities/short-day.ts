import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '#shared/lib/clock';
import { useFormats } from '../../ui/formats';

/** True when day and month alone can mean one date only: within half a year back and eleven months ahead of `today`. */
export const yearIsPlain = (day: string, today: string): boolean =>
  day > addDays(today, -182) && day < addDays(today, 330);

/** A close date as a card has room for: without its year where the year is plain. */
export function useShortDay(today: string): (day: string) => string {
  const { i18n } = useTranslation();
  const formats = useFormats();
  return useMemo(() => {
    const locale = i18n.language.startsWith('en') ? 'en-GB' : i18n.language;
    const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    return (day) =>
      yearIsPlain(day, today) ? short.format(new Date(`${day}T00:00:00.000Z`)) : formats.day(day);
  }, [i18n.language, formats, today]);
}

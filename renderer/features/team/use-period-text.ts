import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** A goal's period as people read it: "November 2026", "Q4 2026", "2026". */
export function usePeriodText(): (period: string) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const month = new Intl.DateTimeFormat(i18n.language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return (period) => {
      const [year = '', part] = period.split('-');
      if (part === undefined) return year;
      return part.startsWith('Q') ? `${part} ${year}` : month.format(new Date(`${period}-01T00:00:00.000Z`));
    };
  }, [i18n.language]);
}

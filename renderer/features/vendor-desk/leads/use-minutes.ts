import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** A time span as people say it, rounded to its two largest units: "3 h 20 min", "2 days 4 h". */
export function useMinutes(): (minutes: number) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const unit = (name: 'day' | 'hour' | 'minute') =>
      new Intl.NumberFormat(i18n.language, {
        style: 'unit',
        unit: name,
        unitDisplay: name === 'day' ? 'long' : 'short',
      });
    const [days, hours, mins] = [unit('day'), unit('hour'), unit('minute')];
    return (minutes) => {
      const whole = Math.round(minutes);
      const parts: (readonly [number, Intl.NumberFormat])[] = [
        [Math.floor(whole / 1_440), days],
        [Math.floor((whole % 1_440) / 60), hours],
        [whole % 60, mins],
      ];
      const first = parts.findIndex(([value]) => value > 0);
      if (first === -1) return mins.format(0);
      return parts
        .slice(first, first + 2)
        .filter(([value]) => value > 0)
        .map(([value, format]) => format.format(value))
        .join(' ');
    };
  }, [i18n.language]);
}

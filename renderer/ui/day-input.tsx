import { DateInput, type DateInputProps } from '@mantine/dates';
import 'dayjs/locale/pl';
import 'dayjs/locale/ru';
import 'dayjs/locale/zh-cn';
import 'dayjs/locale/en-gb';
import { useTranslation } from 'react-i18next';
import { useFormats } from './formats';
import { parseDay } from './parse-day';

interface DayInputProps extends Omit<DateInputProps, 'value' | 'onChange' | 'valueFormat' | 'dateParser'> {
  /** A calendar day, "2026-11-21", or "" for none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

const calendarLocale = (language: string): string =>
  ({ pl: 'pl', ru: 'ru', 'zh-CN': 'zh-cn' })[language] ?? 'en-gb';

/** A calendar day, typed or picked; shown with the month in words, never ambiguous. */
export function DayInput({ value, onChange, ...rest }: DayInputProps) {
  const { i18n } = useTranslation();
  const formats = useFormats();
  return (
    <DateInput
      {...rest}
      value={value === '' ? null : value}
      onChange={(day) => onChange(day ?? '')}
      valueFormat={formats.day}
      dateParser={(typed) => parseDay(typed, new Date().toISOString()) ?? null}
      locale={calendarLocale(i18n.language)}
      firstDayOfWeek={1}
    />
  );
}

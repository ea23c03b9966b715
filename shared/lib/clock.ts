import { z } from 'zod';
import { oncePer } from './once-per';

/** An instant in UTC, e.g. "2026-11-21T18:40:00.000Z". */
export const instantSchema = z.iso.datetime();
/** A calendar day without a time zone, e.g. "2026-11-21". */
export const daySchema = z.iso.date();

/** The calendar day it is in `timeZone` (IANA name) at `instant`; pricing dates are days in the partner's zone (PR-30). Throws RangeError for no zone. */
export const dayInZone = (instant: Date, timeZone: string): string => dayFormat(timeZone).format(instant);

// Making a formatter costs a hundred times what using it does. "en-CA" writes a day as ISO 8601 does.
const dayFormat = oncePer(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
);

/** `day` plus `count` whole days. Both are calendar days; daylight saving does not exist for them. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

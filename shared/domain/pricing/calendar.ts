/**
 * PR-12: days and month steps as whole numbers (days since 1970-01-01), so that no step can fail and ends that are included turn into
 * exact lengths. Calendar days have no time zone.
 */
const dayLength = 86_400_000;

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) / dayLength;

export function dayText(number: number): string {
  const [day = ''] = new Date(number * dayLength).toISOString().split('T');
  return day;
}

/** PR-12, PR-140: `months` after the anchor day: its day of the month kept, or the month's last day where it has none such. */
export function monthStep(anchor: number, months: number): number {
  const date = new Date(anchor * dayLength);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastOfMonth = new Date(utcDay(year, month + 1, 0)).getUTCDate();
  return utcDay(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / dayLength;
}

/** Date.UTC takes the years 0 to 99 for 1900 to 1999. */
const utcDay = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month, day);

/** How many whole month steps from the anchor fit up to `end`; neither has to be the later one's month. */
export function wholeMonths(anchor: number, end: number): number {
  const from = new Date(anchor * dayLength);
  const to = new Date(end * dayLength);
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return monthStep(anchor, months) > end ? months - 1 : months;
}

/** The last day, included, of a term of whole months. */
export const lastDayOfMonths = (startsOn: string, months: number): string =>
  dayText(monthStep(dayNumber(startsOn), months) - 1);

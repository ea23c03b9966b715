/** A span of calendar days; `until` is the first day after it. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

const months = { year: 12, quarter: 3, month: 1 } as const;

/** The days of "2026", "2026-Q4" or "2026-11". Throws RangeError for what is none of these. */
export function periodOf(text: string): Period {
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === undefined) throw new RangeError(`"${text}" is no period`);
  const first = month ? Number(month) - 1 : quarter ? (Number(quarter) - 1) * 3 : 0;
  const length = month ? months.month : quarter ? months.quarter : months.year;
  return { from: firstDay(Number(year), first), until: firstDay(Number(year), first + length) };
}

export const isInPeriod = (day: string, { from, until }: Period): boolean => from <= day && day < until;

/** `month` counts from 0 and may be past December. */
const firstDay = (year: number, month: number): string => {
  const whole = year + Math.floor(month / 12);
  return `${String(whole).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
};

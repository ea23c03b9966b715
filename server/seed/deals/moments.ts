import { addDays } from '#shared/lib/clock';

/** An instant in working hours, the same calendar day in Europe and Asia. `minutes` after 7:00 UTC. */
export function instantOn(day: string, minutes: number): string {
  const hour = 7 + Math.floor(minutes / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day}T${two(hour)}:${two(minutes % 60)}:00.000Z`;
}

/** The day `age` days before `today`, never later than yesterday: the demo holds nothing from the future. */
export const daysAgo = (today: string, age: number): string => addDays(today, -Math.max(1, age));

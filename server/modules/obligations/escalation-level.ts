import { addDays } from '#shared/lib/clock';

/** After how many days past its due day an obligation is passed up, level by level. */
const daysLate = [1, 3, 7] as const;

/**
 * OPP-7: how far up an open obligation belongs, by days in the partner's zone: 0 until its due day is over, 1 from the next day, 2 three and 3
 * seven days after it was due.
 */
export const escalationLevel = (dueOn: string, today: string): number =>
  daysLate.filter((days) => today >= addDays(dueOn, days)).length;

import type { Job } from '../maintenance/jobs';
import { keepLeadsMoving } from './keep-leads-moving';
import type { LeadDesk } from './lead-desk';

/** OPP-2: every minute. By the time given, so that one run decides by one clock. */
export const leadJobs = ({ database, books }: LeadDesk): readonly Job[] => [
  { name: 'leads', everyMs: 60_000, run: (now) => keepLeadsMoving({ database, books, clock: () => now }) },
];

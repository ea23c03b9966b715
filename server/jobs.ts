import type { Clock } from './clock';
import type { Database } from './db/database';
import { contractJobs } from './modules/contracts/jobs';
import type { Job } from './modules/maintenance/jobs';
import type { PriceBookSource } from './modules/snapshots/price-book-source';

export interface JobContext {
  readonly database: Database;
  readonly books: PriceBookSource;
  readonly clock: Clock;
}

/** All that the server does by itself: each module's own. */
export const serverJobs = ({ database, books }: JobContext): readonly Job[] => [
  ...contractJobs(database, books),
];

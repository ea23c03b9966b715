import type { Database } from '../../db/database';
import type { Job } from '../maintenance/jobs';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { escalateObligations } from './escalate';

/** OPP-7: four times an hour, so that a day that ends in a partner's zone is noticed soon. */
export const obligationJobs = (database: Database, books: PriceBookSource): readonly Job[] => [
  {
    name: 'obligations',
    everyMs: 15 * 60_000,
    run: (now) => escalateObligations(database, books, () => now),
  },
];

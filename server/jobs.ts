import type { Clock } from './clock';
import type { Database } from './db/database';
import { contractJobs } from './modules/contracts/jobs';
import { leadJobs } from './modules/leads/jobs';
import { collectJob } from './modules/maintenance/collect';
import type { Job } from './modules/maintenance/jobs';
import { priceDraftJobs } from './modules/price-books/jobs';
import { webhookJobs } from './modules/webhooks/jobs';
import type { ChunkStore } from './modules/snapshots/chunk-store';
import { obligationJobs } from './modules/obligations/jobs';
import { registrationJobs } from './modules/registrations/build-index';
import type { PriceBookSource } from './modules/snapshots/price-book-source';

export interface JobContext {
  readonly database: Database;
  readonly books: PriceBookSource;
  readonly chunks: ChunkStore;
  readonly clock: Clock;
  /** How long tombstones are kept: a device away for longer starts over (SY-6). */
  readonly tombstoneDays: number;
  /** Webhooks may go to private addresses and over plain HTTP. */
  readonly privateWebhooks: boolean;
}

/** All that the server does by itself: each module's own. */
export const serverJobs = ({
  database,
  books,
  chunks,
  clock,
  tombstoneDays,
  privateWebhooks,
}: JobContext): readonly Job[] => [
  collectJob(database, tombstoneDays),
  ...contractJobs(database, books),
  ...leadJobs({ database, books, clock }),
  ...registrationJobs({ database, books, clock }),
  ...obligationJobs(database, books),
  ...priceDraftJobs(database, chunks, clock),
  ...webhookJobs(database, clock, { allowPrivate: privateWebhooks }),
];

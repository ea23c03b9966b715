import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import type { Job } from '../maintenance/jobs';
import type { ChunkStore } from '../snapshots/chunk-store';
import { priceDraftService } from './drafts';

/** PRI-1: price lists whose time has come become versions. */
export const priceDraftJobs = (database: Database, chunks: ChunkStore, clock: Clock): readonly Job[] => [
  {
    name: 'price-drafts',
    everyMs: 15_000,
    run: () => priceDraftService(database, chunks, clock).publishDue(),
  },
];

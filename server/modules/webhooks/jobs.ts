import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import type { Job } from '../maintenance/jobs';
import type { AddressPolicy } from './allowed-address';
import { deliverWebhooks } from './deliver';

const keptDays = 30;

/** ADM-3: tells what happened, every second; forgets what was delivered long ago. */
export const webhookJobs = (database: Database, clock: Clock, policy: AddressPolicy): readonly Job[] => [
  {
    name: 'webhooks',
    everyMs: 1_000,
    run: (_now, stopping) => deliverWebhooks({ database, clock, stopping, ...policy }),
  },
  {
    name: 'webhooks-forget',
    everyMs: 3_600_000,
    run: async (now) => {
      await database
        .deleteFrom('webhook_delivery')
        .where('state', '=', 'delivered')
        .where('last_at', '<', new Date(now.getTime() - keptDays * 86_400_000))
        .execute();
    },
  },
];

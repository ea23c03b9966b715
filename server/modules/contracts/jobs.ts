import { sql } from 'kysely';
import type { Database } from '../../db/database';
import type { Job } from '../maintenance/jobs';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { changeAsVendor } from '../vendor-desk/partner-desk';
import { fulfil } from './fulfil';
import { makeRenewals } from './renewals';

const hour = 3_600_000;
/** Far longer than a message may come again (integration-route.ts). */
const webhooksKeptDays = 30;

/** ORD-2, ORD-3: what the server does about contracts by itself. */
export const contractJobs = (database: Database, books: PriceBookSource): readonly Job[] => [
  {
    name: 'renewals',
    everyMs: hour,
    run: async (now) => {
      await makeRenewals(database, books, now);
    },
  },
  { name: 'fulfilment', everyMs: hour, run: (now) => fulfilLeftOver(database, books, now) },
  {
    name: 'received-webhooks',
    everyMs: 24 * hour,
    run: async (now) => {
      const before = new Date(now.getTime() - webhooksKeptDays * 24 * hour);
      await database.deleteFrom('received_webhook').where('received_at', '<', before).execute();
    },
  },
];

/** Orders that were reported as shipped, or as more, and whose contracts could not be made then. */
export async function fulfilLeftOver(database: Database, books: PriceBookSource, now: Date): Promise<void> {
  const rows = await database
    .selectFrom('record')
    .select(['id', 'partner_id as partnerId'])
    .where('type', '=', 'order')
    .where('deleted', '=', false)
    .where(
      sql<boolean>`body ->> 'state' in ('shipped', 'invoiced', 'paid') and body ->> 'fulfilledAt' is null`,
    )
    .orderBy('partner_id')
    .orderBy('id')
    .execute();
  const failures: unknown[] = [];
  for (const { id, partnerId } of rows) {
    await changeAsVendor(
      database,
      partnerId,
      books,
      () => now,
      async (desk) => {
        await desk.records.load([{ type: 'order', id }]);
        const order = desk.records.get('order', id);
        const done = order && (await fulfil(desk, order));
        if (done?.ok === false) throw new Error(`Nobody knows the terms of the order ${id}`);
      },
      // One that cannot be made does not stop the others.
    ).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Of some orders no contract was made');
}

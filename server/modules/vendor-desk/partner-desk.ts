import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import type { PriceBookSource } from '../snapshots/price-book-source';
import type { PricingContext } from '../sync/authority/price-again';
import { recordView, type RecordView } from '../sync/record-view';
import { lockTenant, setTenantVersion } from '../sync/repository';

/** One partner's records at the vendor's desk, and all that pricing one of its quotes takes. */
export interface PartnerDesk extends PricingContext {
  readonly records: RecordView;
}

export const partnerDesk = (
  queries: Queries,
  partnerId: string,
  books: PriceBookSource,
  now: Date,
): PartnerDesk => ({ queries, partnerId, books, now, records: recordView(queries, partnerId, now) });

/**
 * Does something to one partner's records, under its lock (SY-6) and in one transaction: what `change` wrote into the view is stored under the
 * partner's next version and comes down with the next pull.
 */
export const changeAsVendor = <T>(
  database: Database,
  partnerId: string,
  books: PriceBookSource,
  clock: Clock,
  change: (desk: PartnerDesk) => Promise<T>,
): Promise<T> =>
  database.transaction().execute(async (queries) => {
    const version = (await lockTenant(queries, partnerId)) + 1;
    const desk = partnerDesk(queries, partnerId, books, clock());
    const result = await change(desk);
    if (await desk.records.flush(version)) await setTenantVersion(queries, partnerId, version);
    return result;
  });

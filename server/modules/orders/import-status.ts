import type { Order } from '#shared/domain/order/order';
import { assertNever } from '#shared/lib/assert-never';
import type { StatusImported, StatusRowError } from '#shared/protocol/order-status';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { lockTenant, setTenantVersion } from '../sync/repository';
import { partnerDesk, type PartnerDesk } from '../vendor-desk/partner-desk';
import { readStatusFile, type StatusRow } from './read-status-file';
import { reported, writeReported, type ReportFailure, type Teller } from './report-orders';
import { findByVendorNumbers } from './repository';

/** ORD-1: takes a status file whole, or, when there is anything wrong with any of its rows, nothing of it. */
export async function importStatus(
  { database, books, clock }: { database: Database; books: PriceBookSource; clock: Clock },
  text: string,
  by: Teller,
): Promise<StatusImported> {
  const file = readStatusFile(text);
  return database.transaction().execute(async (queries) => {
    const found = await findByVendorNumbers(
      queries,
      file.good.map(({ vendorOrderNumber }) => vendorOrderNumber),
    );
    const desks = await lockDesks(queries, [...found.values()], books, clock());
    const { errors, orders, taken, repeated } = await apply(file.good, found, desks);
    const all = [...file.errors, ...errors].toSorted((a, b) => a.row - b.row);
    if (all.length > 0) return { rows: file.rows, taken: 0, repeated: 0, errors: all };
    for (const { desk, before, after } of orders) await writeReported(desk, before, after, by);
    for (const { desk, version } of desks.values()) {
      if (await desk.records.flush(version)) await setTenantVersion(queries, desk.partnerId, version);
    }
    return { rows: file.rows, taken, repeated, errors: [] };
  });
}

interface LockedDesk {
  readonly desk: PartnerDesk;
  readonly version: number;
}

interface Place {
  readonly id: string;
  readonly partnerId: string;
}

/** Partners are locked in the order of their ids, so that two files at once never wait for each other. */
async function lockDesks(
  queries: Queries,
  places: readonly Place[],
  books: PriceBookSource,
  now: Date,
): Promise<Map<string, LockedDesk>> {
  const desks = new Map<string, LockedDesk>();
  for (const partnerId of [...new Set(places.map((place) => place.partnerId))].toSorted()) {
    const version = (await lockTenant(queries, partnerId)) + 1;
    const desk = partnerDesk(queries, partnerId, books, now);
    desks.set(partnerId, { desk, version });
    const own = places.filter((place) => place.partnerId === partnerId);
    await desk.records.load(own.map(({ id }) => ({ type: 'order' as const, id })));
  }
  return desks;
}

interface ChangedOrder {
  readonly desk: PartnerDesk;
  readonly before: Order;
  after: Order;
}

async function apply(
  rows: readonly StatusRow[],
  found: ReadonlyMap<string, Place>,
  desks: ReadonlyMap<string, LockedDesk>,
) {
  const orders = new Map<string, ChangedOrder>();
  const errors: StatusRowError[] = [];
  let [taken, repeated] = [0, 0];
  for (const { row, vendorOrderNumber, report } of rows) {
    const place = found.get(vendorOrderNumber);
    const desk = place && desks.get(place.partnerId)?.desk;
    const stored = place && desk?.records.get('order', place.id);
    if (!desk || !stored) {
      errors.push({ row, column: 'vendorOrderNumber', problem: 'unknown-order', value: vendorOrderNumber });
      continue;
    }
    const changed = orders.get(stored.id) ?? { desk, before: stored, after: stored };
    const result = reported(changed.after, report, desk.now);
    if (!result.ok) errors.push({ row, ...problemOf(result.error), value: vendorOrderNumber });
    else if (result.value.isNew) {
      changed.after = result.value.order;
      orders.set(stored.id, changed);
      taken += 1;
    } else repeated += 1;
  }
  return { errors, orders: [...orders.values()], taken, repeated };
}

function problemOf(failure: ReportFailure): Pick<StatusRowError, 'column' | 'problem'> {
  switch (failure.type) {
    case 'in-the-future':
      return { column: 'date', problem: 'in-the-future' };
    case 'rejected':
      return { column: 'vendorOrderNumber', problem: 'order-rejected' };
    case 'too-many-reports':
      return { column: 'vendorOrderNumber', problem: 'too-many-reports' };
    default:
      return assertNever(failure);
  }
}

import { sql } from 'kysely';
import type { Obligation } from '#shared/domain/deal/obligation';
import { dayInZone } from '#shared/lib/clock';
import { recordEvent } from '../audit/record-event';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { changeAsVendor, type PartnerDesk } from '../vendor-desk/partner-desk';
import { escalationLevel } from './escalation-level';

/** As many as one run passes up for a partner; the next run goes on. */
const atOnce = 500;

/**
 * OPP-7: passes overdue obligations up. One that is moved to another day begins anew (editObligation). Each partner in a transaction of its own,
 * all of one under one version; doing it twice does no harm. One partner that fails hinders no other.
 */
export async function escalateObligations(
  database: Database,
  books: PriceBookSource,
  clock: Clock,
): Promise<void> {
  const errors: unknown[] = [];
  for (const partnerId of await partnersWithCandidates(database, clock())) {
    await changeAsVendor(database, partnerId, books, clock, escalateFor).catch((error: unknown) =>
      errors.push(error),
    );
  }
  if (errors.length > 0) throw new AggregateError(errors, 'Some obligations could not be escalated');
}

const levelNow = sql<number>`coalesce((record.body #>> '{escalation,level}')::int, 0)`;

/** Perhaps overdue, wherever on earth the partner is, and not at the top yet; looked at closer under the partner's lock. */
const candidates = (queries: Queries, now: Date) => {
  const latest = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  return queries
    .selectFrom('record')
    .where('type', '=', 'obligation')
    .where('deleted', '=', false)
    .where(sql<boolean>`record.body ->> 'done' is null`)
    .where(sql<boolean>`record.body ->> 'dueOn' < ${latest}`)
    .where(levelNow, '<', 3);
};

async function partnersWithCandidates(queries: Queries, now: Date): Promise<string[]> {
  const rows = await candidates(queries, now).select('partner_id').distinct().orderBy('partner_id').execute();
  return rows.map(({ partner_id: partnerId }) => partnerId);
}

async function escalateFor({ queries, records, partnerId, now }: PartnerDesk): Promise<void> {
  await records.load([{ type: 'partner', id: partnerId }]);
  const timeZone = records.get('partner', partnerId)?.timeZone ?? 'UTC';
  const today = dayInZone(now, timeZone);
  const rows = await candidates(queries, now)
    .where('partner_id', '=', partnerId)
    .select('body')
    // Those that were passed up least come first: who waits for the next level holds nobody up.
    .orderBy(levelNow)
    .orderBy(sql`record.body ->> 'dueOn'`)
    .orderBy('id')
    .limit(atOnce)
    .execute();
  for (const { body } of rows) {
    const obligation = body as Obligation;
    const level = escalationLevel(obligation.dueOn, today);
    const before = obligation.escalation?.level ?? 0;
    const at = now.toISOString();
    if (level <= before) continue;
    const record = { ...obligation, escalation: { level, at }, updatedAt: at };
    records.write([{ type: 'obligation', id: record.id, record }]);
    await recordEvent(queries, {
      type: 'obligation.escalated',
      partnerId,
      subject: { type: 'obligation', id: record.id },
      by: null,
      at: now,
      data: { level, side: record.side, dueOn: record.dueOn, opportunityId: record.opportunityId },
    });
  }
}

import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import {
  maxAuditRows,
  type AuditEvent,
  type AuditFilter,
  type AuditPage,
} from '#shared/protocol/vendor-audit';
import type { Database } from '../../db/database';
import { findEvents } from './repository';

export type AuditService = ReturnType<typeof auditService>;

const rowsAtOnce = 1_000;
const columns = [
  'at',
  'type',
  'partnerId',
  'partnerName',
  'subjectType',
  'subjectId',
  'actorId',
  'actorName',
  'data',
  'id',
];

/** ADM-5: what happened, for the vendor's people. */
export function auditService(database: Database) {
  return {
    find: async (
      filter: AuditFilter,
      page: { readonly before: number | undefined; readonly limit: number },
    ): Promise<AuditPage> => {
      const events = await findEvents(database, filter, page);
      return { events, next: events.length === page.limit ? (events.at(-1)?.seq ?? null) : null };
    },

    /** UTF-8 with a mark, as spreadsheets expect it; what they would take for a formula is led by an apostrophe. */
    csv: (filter: AuditFilter): Readable =>
      Readable.from(rows(database, filter), { objectMode: true }).pipe(
        stringify({ header: true, columns, bom: true, escape_formulas: true }),
      ),
  };
}

/** Page by page: nobody's memory holds them all. */
async function* rows(database: Database, filter: AuditFilter): AsyncGenerator<Record<string, string>> {
  let before: number | undefined;
  for (let told = 0; told < maxAuditRows; told += rowsAtOnce) {
    const events = await findEvents(database, filter, { before, limit: rowsAtOnce });
    yield* events.map(rowOf);
    if (events.length < rowsAtOnce) return;
    before = events.at(-1)?.seq;
  }
}

const rowOf = ({ id, type, partnerId, partnerName, subject, actor, at, data }: AuditEvent) => ({
  at,
  type,
  partnerId,
  partnerName,
  subjectType: subject.type,
  subjectId: subject.id,
  actorId: actor?.id ?? '',
  actorName: actor?.name ?? '',
  data: JSON.stringify(data),
  id,
});

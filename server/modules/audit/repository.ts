import { sql } from 'kysely';
import type { AuditEvent, AuditFilter } from '#shared/protocol/vendor-audit';
import type { Queries } from '../../db/database';

/** The newest first; before the event numbered `before`, if any. */
export async function findEvents(
  queries: Queries,
  filter: AuditFilter,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<AuditEvent[]> {
  const { partnerId, subjectType, subjectId, type, actor, from, until } = filter;
  let query = queries
    .selectFrom('event')
    .leftJoin('tenant', 'tenant.partner_id', 'event.partner_id')
    .selectAll('event')
    .select(sql<string>`coalesce(tenant.name, '')`.as('partner_name'))
    .orderBy('event.seq', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('event.seq', '<', before);
  if (partnerId !== undefined) query = query.where('event.partner_id', '=', partnerId);
  if (subjectType !== undefined) query = query.where('event.subject_type', '=', subjectType);
  if (subjectId !== undefined) query = query.where('event.subject_id', '=', subjectId);
  if (type !== undefined) query = query.where(sql<boolean>`event.type like ${likeOf(type)}`);
  if (from !== undefined) query = query.where('event.at', '>=', new Date(from));
  if (until !== undefined) query = query.where('event.at', '<', new Date(until));
  if (actor !== undefined) {
    const part = `%${actor.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query = query.where((where) =>
      where.or([where('event.actor_id', '=', actor), where('event.actor_name', 'ilike', part)]),
    );
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    seq: row.seq,
    type: row.type,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    subject: { type: row.subject_type, id: row.subject_id },
    actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name },
    at: row.at.toISOString(),
    data: row.data as Record<string, unknown>,
  }));
}

/** Types have neither "%" nor "_" in them. */
const likeOf = (type: string): string => (type.endsWith('.*') ? `${type.slice(0, -1)}%` : type);

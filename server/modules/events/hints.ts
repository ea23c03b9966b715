import { sql } from 'kysely';
import { z } from 'zod';
import { syncEventSchema } from '#shared/protocol/events';
import type { Queries } from '../../db/database';

export const hintChannel = 'fieldquote_hints';

/** In place of a partner id: whoever listens. */
export const anyPartner = '*';

/** SY-8: something changed that this partner's people can get. It says what kind, never what. */
export const hintSchema = syncEventSchema.extend({ partnerId: z.string() });
export type Hint = z.infer<typeof hintSchema>;

/** Heard on all servers once the transaction is committed, and not at all if it is undone. The same hint twice in a transaction is heard once. */
export async function sendHint(queries: Queries, hint: Hint): Promise<void> {
  await sql`select pg_notify(${hintChannel}, ${JSON.stringify(hint)})`.execute(queries);
}

/** A price book has a new version or other readers: those who may have it now hear of it, and the vendor's people. */
export async function hintBookReaders(queries: Queries, bookId: string): Promise<void> {
  const rows = await queries
    .selectFrom('price_book_access')
    .select('partner_id')
    .where('book_id', '=', bookId)
    .execute();
  const partnerIds = new Set(['vendor', ...rows.map(({ partner_id: partnerId }) => partnerId)]);
  for (const partnerId of partnerIds) await sendHint(queries, { about: 'snapshots', partnerId });
}

import type { NewLead } from '#shared/protocol/vendor-lead';
import type { Queries } from '../../db/database';
import { recordEvent } from '../audit/record-event';
import { nextNumber } from '../sync/authority/next-number';
import { vendorsOwn } from './lead-desk';

/** Opens the vendor's file, to be routed. False when there is one of this id, or of this row of a file, already. */
export async function addLead(
  queries: Queries,
  {
    id,
    lead,
    by,
    importKey,
    now,
  }: {
    readonly id: string;
    readonly lead: NewLead;
    readonly by: { readonly userId: string; readonly name: string };
    readonly importKey: string | null;
    readonly now: Date;
  },
): Promise<boolean> {
  const number = `LD-${await nextNumber(queries, 'vendor_lead_number')}`;
  const added = await queries
    .insertInto('vendor_lead')
    .values({
      id,
      number,
      state: 'waiting',
      facts: JSON.stringify(lead),
      waiting_reason: 'to-be-routed',
      waiting_comment: '',
      import_key: importKey,
      created_by: by.name,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return false;
  await recordEvent(queries, {
    type: 'lead.created',
    partnerId: vendorsOwn,
    subject: { type: 'vendor-lead', id },
    by: { userId: by.userId, name: by.name },
    at: now,
    data: { number, country: lead.company.country, source: lead.source },
  });
  return true;
}

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Queries } from '../../db/database';

export interface BusinessUse {
  readonly businessId: string;
  /** SHA-256 of the arguments as RFC 8785 JSON. */
  readonly argsHash: string;
  readonly partnerId: string;
  readonly mutation: string;
  readonly clientId: string;
  readonly seq: number;
  readonly receivedAt: Date;
}

export const hashArgs = (args: unknown): string =>
  createHash('sha256')
    .update(canonicalize(args) ?? '')
    .digest('hex');

/** SY-3: "new", or "same" when this partner already did exactly this with the id, or "other" when the id was used for anything else. */
export async function lookUpBusinessId(
  queries: Queries,
  use: Pick<BusinessUse, 'businessId' | 'argsHash' | 'partnerId' | 'mutation'>,
): Promise<'new' | 'same' | 'other'> {
  const before = await queries
    .selectFrom('business_id')
    .select(['args_hash', 'partner_id', 'mutation'])
    .where('business_id', '=', use.businessId)
    .executeTakeFirst();
  if (!before) return 'new';
  const isSame =
    before.args_hash === use.argsHash &&
    before.partner_id === use.partnerId &&
    before.mutation === use.mutation;
  return isSame ? 'same' : 'other';
}

/** Uses the id up. False when another transaction did so first, whoever's it was. */
export async function takeBusinessId(queries: Queries, use: BusinessUse): Promise<boolean> {
  const taken = await queries
    .insertInto('business_id')
    .values({
      business_id: use.businessId,
      args_hash: use.argsHash,
      partner_id: use.partnerId,
      mutation: use.mutation,
      client_id: use.clientId,
      seq: use.seq,
      received_at: use.receivedAt,
    })
    .onConflict((conflict) => conflict.column('business_id').doNothing())
    .returning('business_id')
    .executeTakeFirst();
  return taken !== undefined;
}

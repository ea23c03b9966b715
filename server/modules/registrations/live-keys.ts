import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { KeyKind } from '#shared/domain/deal/registration-index/index-hashes';
import { customerKeysVersion } from '#shared/domain/deal/same-customer/customer-keys';
import type { Queries } from '../../db/database';
import { indexRounds } from './stretch-keys';

export interface LiveKey {
  readonly kind: KeyKind;
  /** Base64. */
  readonly stretched: string;
  readonly partner_id: string;
}

/** Keys of customers with a registration that waits or protects on `day`, by partner. */
export async function liveKeys(queries: Queries, day: string): Promise<LiveKey[]> {
  const { rows } = await sql<LiveKey>`
    select distinct customer_key.kind, customer_key.stretched, request.partner_id
    from record as request
    join customer_key on customer_key.account_id = request.body ->> 'accountId' and customer_key.kind <> 'near'
    left join record as registration on registration.type = 'dealRegistration'
      and registration.id = request.body ->> 'registrationId' and not registration.deleted
    where request.type = 'registrationRequest' and not request.deleted and customer_key.stretched is not null
      and (request.body ->> 'state' = 'submitted'
        or request.body ->> 'state' = 'granted' and request.body ->> 'ended' is null
          and registration.body ->> 'validUntil' > ${day})
    order by 3, 1, 2`.execute(queries);
  return rows;
}

/**
 * Another text whenever live keys may have changed since: what partners wrote of customers and registrations, the day, or how keys are made.
 * Costs one look into an index for each partner.
 */
export async function standOf(queries: Queries, day: string): Promise<string> {
  const { rows } = await sql<{ stand: string | null }>`
    select md5(string_agg(tenant.partner_id || ' ' || coalesce(newest.version, 0), ',' order by tenant.partner_id)) as stand
    from tenant left join lateral (
      select max(version) as version from record where record.partner_id = tenant.partner_id
        and type in ('registrationRequest', 'dealRegistration', 'account')
    ) as newest on true`.execute(queries);
  return [day, indexRounds, customerKeysVersion, rows[0]?.stand ?? ''].join(' ');
}

/** Of the keys that each partner's index is made from, by that partner: those of all others. Of what is in it, not of when. */
export function digests(
  keys: readonly LiveKey[],
  partnerIds: readonly string[],
): ReadonlyMap<string, string> {
  // Each partner's own keys are hashed once, not once for every other partner.
  const own = new Map<string, string[]>();
  for (const { partner_id: id, kind, stretched } of keys) {
    const texts = own.get(id);
    if (texts) texts.push(`${kind} ${stretched}`);
    else own.set(id, [`${kind} ${stretched}`]);
  }
  const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
  const parts = [...own].map(([id, texts]) => ({ id, digest: digestOf(texts.join('\n')) }));
  return new Map(
    partnerIds.map((partnerId) => {
      const others = parts.filter(({ id }) => id !== partnerId).map(({ digest }) => digest);
      return [partnerId, digestOf([indexRounds, ...others].join('\n'))];
    }),
  );
}

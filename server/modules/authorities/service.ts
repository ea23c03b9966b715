import { sql } from 'kysely';
import type { z } from 'zod';
import type { DelegatedAuthority } from '#shared/domain/approval/delegated-authority';
import { newId } from '#shared/lib/ids';
import { err, ok, type Result } from '#shared/lib/result';
import type {
  IssueAuthority,
  issuedAuthoritySchema,
  vendorAuthorityListSchema,
} from '#shared/protocol/vendor-authority';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { partnerOf } from '../vendor-desk/named-records';
import { changeAsVendor } from '../vendor-desk/partner-desk';
import { signingKey } from '../signing/signing-key';
import { knowingKey, signAuthority } from './sign-authority';

export type AuthorityService = ReturnType<typeof authorityService>;
type Issued = z.infer<typeof issuedAuthoritySchema>;

/** Delegated authority at the vendor's desk (PR-62): who has it, and giving it. */
export function authorityService(database: Database, books: PriceBookSource, clock: Clock) {
  return {
    list: async (): Promise<z.infer<typeof vendorAuthorityListSchema>> => {
      const rows = await database
        .selectFrom('record')
        .innerJoin('tenant', 'tenant.partner_id', 'record.partner_id')
        .leftJoin('user_account as person', (join) =>
          join.on('person.user_id', '=', sql<string>`record.body -> 'token' ->> 'personId'`),
        )
        .where('record.type', '=', 'authority')
        .where('record.deleted', '=', false)
        .select(['record.body', 'tenant.name as partnerName'])
        .select(sql<string>`coalesce(person.name, '')`.as('personName'))
        .orderBy(sql`record.body -> 'token' ->> 'validUntil'`, 'desc')
        .orderBy('record.id')
        .limit(500)
        .execute();
      return {
        authorities: rows.map(({ body, partnerName, personName }) => ({
          authority: body as DelegatedAuthority,
          partnerName,
          personName,
        })),
      };
    },

    /** Signs it, and makes sure that the partner has the key to verify it with; both come down with the same pull. */
    issue: async (wanted: IssueAuthority): Promise<Result<Issued, 'no-such-person'>> => {
      const { partnerId, personId } = wanted;
      if ((await partnerOf(database, 'partner', partnerId)) !== partnerId) return err('no-such-person');
      return changeAsVendor(database, partnerId, books, clock, async ({ queries, records, now }) => {
        await records.load([
          { type: 'partner', id: partnerId },
          { type: 'person', id: personId },
        ]);
        const partner = records.get('partner', partnerId);
        const person = records.get('person', personId);
        if (!partner || !person) return err('no-such-person' as const);
        const key = await signingKey(queries, now);
        const knowing = knowingKey(partner, key);
        if (knowing !== partner) records.write([{ type: 'partner', id: partnerId, record: knowing }]);
        const authority = signAuthority({ id: newId(), ...wanted }, key);
        records.write([{ type: 'authority', id: authority.id, record: authority }]);
        return ok({ authority, partnerName: partner.name, personName: person.name });
      });
    },
  };
}

import type { Account } from '#shared/domain/deal/account';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { newId } from '#shared/lib/ids';
import type { Queries } from '../../db/database';
import { writeRecords } from '../sync/repository';
import { keysOf, readingOf } from './customer-index';

export const aRequest = (
  account: Pick<Account, 'id' | 'partnerId' | 'ownerId'>,
  changes: Partial<RegistrationRequest> = {},
): RegistrationRequest => {
  const at = '2026-03-01T10:00:00.000Z';
  return {
    id: newId(),
    partnerId: account.partnerId,
    ownerId: account.ownerId,
    accountId: account.id,
    opportunityId: null,
    description: '',
    amount: '50000',
    currency: 'EUR',
    closeOn: '2026-06-30',
    families: [],
    state: 'submitted',
    capturedAt: at,
    receivedAt: at,
    appeals: [],
    decision: null,
    registrationId: null,
    updatedAt: at,
    ...changes,
  };
};

/** Stores customers with a request each that waits, and their keys, past all doors: as a database that has been in use for long holds them. */
export async function registerMany(queries: Queries, accounts: readonly Account[]): Promise<void> {
  for (let from = 0; from < accounts.length; from += 500) {
    const some = accounts.slice(from, from + 500);
    const rows = some.flatMap((account) => {
      const request = aRequest(account);
      return [
        { type: 'account' as const, id: account.id, body: account },
        { type: 'registrationRequest' as const, id: request.id, body: request },
      ].map((row) => ({
        ...row,
        partner_id: account.partnerId,
        version: 1,
        deleted: false,
        deleted_at: null,
        body: JSON.stringify(row.body),
      }));
    });
    await writeRecords(queries, rows);
    await queries
      .insertInto('registered_customer')
      .values(
        some.map((account) => ({
          account_id: account.id,
          partner_id: account.partnerId,
          account_version: 1,
          reading: JSON.stringify(readingOf(account)),
        })),
      )
      .execute();
    await queries
      .insertInto('customer_key')
      .values(
        some.flatMap((account) =>
          keysOf(readingOf(account)).map((key) => ({ ...key, account_id: account.id, stretched: null })),
        ),
      )
      .execute();
  }
}

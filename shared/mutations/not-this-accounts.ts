import type { RecordReader } from './mutation';
import type { Rejection } from './rejection';

/** What a deal can name of its account's. */
interface Named {
  readonly opportunityId?: string | null | undefined;
  readonly contactId?: string | null | undefined;
}

/** Why a registration for that account cannot be about that opportunity or contact; undefined when it can, or names none. */
export function notThisAccounts(
  records: RecordReader,
  { opportunityId, contactId }: Named,
  accountId: string,
): Rejection | undefined {
  const isAccounts = (type: 'opportunity' | 'contact', id: string) =>
    records.get(type, id)?.accountId === accountId;
  if (opportunityId && !isAccounts('opportunity', opportunityId)) {
    return { type: 'not-found', recordType: 'opportunity', id: opportunityId };
  }
  if (contactId && !isAccounts('contact', contactId)) {
    return { type: 'not-found', recordType: 'contact', id: contactId };
  }
  return undefined;
}

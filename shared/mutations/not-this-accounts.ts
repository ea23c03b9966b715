import type { RecordReader } from './mutation';
import type { Rejection } from './rejection';

/** Why a registration for that account cannot be about that opportunity; undefined when it can, or is about none. */
export function notThisAccounts(
  records: RecordReader,
  opportunityId: string | null,
  accountId: string,
): Rejection | undefined {
  if (opportunityId === null) return undefined;
  const opportunity = records.get('opportunity', opportunityId);
  return opportunity?.accountId === accountId
    ? undefined
    : { type: 'not-found', recordType: 'opportunity', id: opportunityId };
}

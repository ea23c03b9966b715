import type { MergedType } from '#shared/domain/deal/edit-conflict';
import type { RecordType } from '#shared/domain/records';
import type { Rejection } from '#shared/mutations/rejection';

/** What protocol version 2 learnt. An app of version 1 can read neither: one such record or refusal would stop its sync. */
const recordTypesOf2: readonly RecordType[] = ['editConflict', 'registrationRequest'];

/** What protocol version 3 learnt: an app of version 2 knows none of these. */
const recordTypesOf3: readonly RecordType[] = [
  'salesPath',
  'leadCriteria',
  'registrationIndex',
  'asset',
  'lead',
  'activity',
  'obligation',
  'message',
  'readMark',
  'goal',
  'savedView',
];

/** SY-17: records that an app of this version is not sent. */
export const recordTypesUnknownTo = (protocolVersion: number): readonly RecordType[] => [
  ...(protocolVersion < 2 ? recordTypesOf2 : []),
  ...(protocolVersion < 3 ? recordTypesOf3 : []),
];

/** Types whose edits merge since protocol version 3: an app of version 2 cannot read that two people edited one. */
const mergedTypesOf3: readonly MergedType[] = ['activity'];

/** SY-17: edit conflicts about records of these types are not sent to an app of this version. */
export const conflictsUnknownTo = (protocolVersion: number): readonly MergedType[] =>
  protocolVersion < 3 ? mergedTypesOf3 : [];

/** SY-17: a refusal in words that an app of this version has. */
export function rejectionFor(protocolVersion: number, rejection: Rejection): Rejection {
  // Since version 2 an app shows what it has no word for as that.
  if (protocolVersion >= 2) return rejection;
  if (rejection.type === 'edited-elsewhere') {
    const { recordType, id } = rejection;
    return { type: 'wrong-state', recordType, id, state: 'changed', wanted: 'unchanged' };
  }
  const unknown = recordTypesUnknownTo(protocolVersion);
  const isReadable =
    rejectionTypesOf1.has(rejection.type) &&
    !('recordType' in rejection && unknown.includes(rejection.recordType));
  if (isReadable) return rejection;
  // The only type with room for what the person should tell the vendor.
  const message = rejection.type === 'server-failed' ? rejection.reference : rejection.type;
  return { type: 'invalid-arguments', issues: [{ path: '', message }] };
}

const rejectionTypesOf1: ReadonlySet<string> = new Set<Rejection['type']>([
  'invalid-arguments',
  'unknown-mutation',
  'unsupported-version',
  'not-allowed',
  'not-found',
  'already-exists',
  'wrong-state',
  'item-not-found',
  'too-many-items',
  'quote-empty',
  'content-changed',
  'approval-needed',
  'floor-broken',
  'bundle-unfit',
  'nothing-to-approve',
  'authority-exceeded',
  'authority-invalid',
  'account-missing',
  'duplicate-business-id',
  'price-book-unavailable',
  'price-mismatch',
  'quote-not-priceable',
  'quote-expired',
  'depends-on-refused',
]);

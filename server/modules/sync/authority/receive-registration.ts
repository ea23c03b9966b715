import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { ok } from '#shared/lib/result';
import type { Authority } from './authority';
import { withRecords, writtenOf } from './writes';

/** OPP-4, SY-11: a registration, its corrections and its appeals are received when the server says so; the first time is what counts. */
export const receiveRegistrationAuthority: Authority = async (writes, { records, now }) => {
  const said = writtenOf(writes, 'registrationRequest');
  const at = now.toISOString();
  const known = records.get('registrationRequest', said.id)?.appeals.length ?? 0;
  const record: RegistrationRequest = {
    ...said,
    appeals: said.appeals.map((appeal, index) => (index < known ? appeal : { ...appeal, at })),
    receivedAt: said.receivedAt ?? at,
    updatedAt: at,
  };
  return ok(withRecords(writes, { type: 'registrationRequest', id: record.id, record }));
};

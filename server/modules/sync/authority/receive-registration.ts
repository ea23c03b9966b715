import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { ok } from '#shared/lib/result';
import { receive } from '../../registrations/receive';
import type { Authority } from './authority';
import { withRecords, writtenOf } from './writes';

/** OPP-4, SY-11: a registration is received when the server says so; that orders it, whenever it was captured. */
export const submitRegistrationAuthority: Authority = async (writes, context) => {
  const at = context.now.toISOString();
  const said = writtenOf(writes, 'registrationRequest');
  const request: RegistrationRequest = { ...said, receivedAt: at, updatedAt: at };
  return ok(await receive(request, context));
};

/** OPP-4, SY-11: corrections, appeals, statements and requests for more time get the server's time; when it was received first stays. */
export const receiveRegistrationAuthority: Authority = async (writes, { records, now }) => {
  const said = writtenOf(writes, 'registrationRequest');
  const at = now.toISOString();
  const before = records.get('registrationRequest', said.id);
  const known = before?.appeals.length ?? 0;
  const { extension, conflict } = said;
  const statement = conflict?.statement;
  const isNewExtension = extension && JSON.stringify(extension) !== JSON.stringify(before?.extension);
  const isNewStatement =
    statement && JSON.stringify(statement) !== JSON.stringify(before?.conflict?.statement);
  const record: RegistrationRequest = {
    ...said,
    appeals: said.appeals.map((appeal, index) => (index < known ? appeal : { ...appeal, at })),
    ...(isNewExtension && { extension: { ...extension, askedAt: at } }),
    ...(isNewStatement && { conflict: { ...conflict, statement: { ...statement, at } } }),
    receivedAt: said.receivedAt ?? at,
    updatedAt: at,
  };
  return ok(withRecords(writes, { type: 'registrationRequest', id: record.id, record }));
};

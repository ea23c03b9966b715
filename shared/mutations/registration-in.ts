import type { RegistrationRequest, RegistrationState } from '../domain/deal/registration-request';
import { ok, type Result } from '../lib/result';
import type { RecordReader, RecordWrite } from './mutation';
import { refuse, type Rejection } from './rejection';

/** The request, if it is there and in one of these states. */
export function registrationIn(
  states: readonly RegistrationState[],
  records: RecordReader,
  id: string,
): Result<RegistrationRequest, Rejection> {
  const request = records.get('registrationRequest', id);
  if (!request) return refuse({ type: 'not-found', recordType: 'registrationRequest', id });
  const { state } = request;
  if (states.includes(state)) return ok(request);
  const wanted = states.join(', ');
  return refuse({ type: 'wrong-state', recordType: 'registrationRequest', id, state, wanted });
}

export const writeRegistration = (record: RegistrationRequest): Result<readonly RecordWrite[], Rejection> =>
  ok([{ type: 'registrationRequest', id: record.id, record }]);

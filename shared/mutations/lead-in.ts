import type { Lead, LeadState } from '../domain/lead/lead';
import { ok, type Result } from '../lib/result';
import type { RecordReader, RecordWrite } from './mutation';
import { refuse, type Rejection } from './rejection';

/** The lead, if it is there and in one of these states. */
export function leadIn(
  states: readonly LeadState[],
  records: RecordReader,
  id: string,
): Result<Lead, Rejection> {
  const lead = records.get('lead', id);
  if (!lead) return refuse({ type: 'not-found', recordType: 'lead', id });
  const { state } = lead;
  if (states.includes(state)) return ok(lead);
  return refuse({ type: 'wrong-state', recordType: 'lead', id, state, wanted: states.join(', ') });
}

export const writeLead = (record: Lead): Result<readonly RecordWrite[], Rejection> =>
  ok([{ type: 'lead', id: record.id, record }]);

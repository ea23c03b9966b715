import type { LeadCriteria } from '../domain/lead/criteria';
import type { Lead } from '../domain/lead/lead';
import { ok, type Result } from '../lib/result';
import { leadIn } from './lead-in';
import type { RecordReader } from './mutation';
import { refuse, type Rejection } from './rejection';

/** OPP-3: an accepted lead whose answers the partner may still change, with the criteria it is asked by. */
export function leadToQualify(
  records: RecordReader,
  { id, criteriaId }: { readonly id: string; readonly criteriaId: string },
): Result<{ readonly lead: Lead; readonly asked: LeadCriteria }, Rejection> {
  const lead = leadIn(['accepted'], records, id);
  if (!lead.ok) return lead;
  const asked = records.get('leadCriteria', criteriaId);
  if (!asked) return refuse({ type: 'not-found', recordType: 'leadCriteria', id: criteriaId });
  const state = lead.value.qualification?.state ?? 'draft';
  if (state !== 'draft' && state !== 'sent-back') {
    return refuse({ type: 'wrong-state', recordType: 'lead', id, state, wanted: 'draft, sent-back' });
  }
  return ok({ lead: lead.value, asked });
}

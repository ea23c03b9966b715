import { ok } from '#shared/lib/result';
import { refuse } from '#shared/mutations/rejection';
import type { Authority } from './authority';
import { withRecords, writtenOf } from './writes';

/**
 * OPP-2, SY-11: an offer is answered when the server hears of it, by its own clock. After `acceptBy` it is too late, whether or not the lead
 * has been taken back yet. One that was accepted in time may be given back at any time.
 */
export const answerLeadAuthority: Authority = async (writes, { records, now }) => {
  const answered = writtenOf(writes, 'lead');
  const { id, acceptBy, answer } = answered;
  if (!answer) throw new Error('A lead was answered without an answer');
  const wasOffered = records.get('lead', id)?.state === 'offered';
  if (wasOffered && now.getTime() > Date.parse(acceptBy)) {
    return refuse({ type: 'wrong-state', recordType: 'lead', id, state: 'missed', wanted: 'offered' });
  }
  const at = now.toISOString();
  const record = { ...answered, answer: { ...answer, at }, updatedAt: at };
  return ok(withRecords(writes, { type: 'lead', id, record }));
};

import type { Lead } from '#shared/domain/lead/lead';
import type { RecordState } from '../../client/record-state';
import type { LeadStanding } from '../../records/lead/lead-standing';

export type LeadNoticeKind = 'offered' | 'late' | 'missed' | 'withdrawn' | 'unsent' | 'unsent-decline';

const received: ReadonlySet<RecordState> = new Set(['accepted', 'sent']);

/**
 * OPP-2: what is to be said over a lead; null: nothing. An answer counts when the vendor's server received it before the deadline, so one
 * that is only on this device says so as long as the deadline can still be missed.
 */
export function noticeOf(
  { state, qualification, converted }: Pick<Lead, 'state' | 'qualification' | 'converted'>,
  standing: LeadStanding,
  syncState: RecordState,
): LeadNoticeKind | null {
  if (standing === 'offered' || standing === 'late' || standing === 'missed' || standing === 'withdrawn') {
    return standing;
  }
  if (received.has(syncState) || qualification?.vendor || converted) return null;
  if (state === 'accepted') return 'unsent';
  return state === 'declined' ? 'unsent-decline' : null;
}

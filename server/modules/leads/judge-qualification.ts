import type { Lead, Qualification } from '#shared/domain/lead/lead';
import type { JudgeQualification } from '#shared/protocol/vendor-lead';
import { recordEvent } from '../audit/record-event';
import type { PartnerDesk } from '../vendor-desk/partner-desk';
import { writeLeadRecord } from './lead-desk';

/**
 * OPP-3: the vendor verifies what the partner sent, or sends it back; a verified one may be verified again with another score. Under the
 * partner's lock. Returns why not.
 */
export async function judgeQualification(
  desk: PartnerDesk,
  leadRecordId: string,
  by: { readonly userId: string; readonly name: string },
  said: JudgeQualification,
): Promise<string | undefined> {
  const { records, now, queries, partnerId } = desk;
  await records.load([{ type: 'lead', id: leadRecordId }]);
  const lead = records.get('lead', leadRecordId);
  const known = lead?.qualification;
  if (!lead || !known) return 'Nothing was sent to be verified';
  const isVerifiedAgain = known.state === 'verified' && said.decision === 'verify';
  if (known.state !== 'sent' && !isVerifiedAgain) {
    return `The qualification is ${known.state}; only one that was sent is judged`;
  }
  if (said.readAt !== undefined && said.readAt !== known.at) return 'The qualification was changed meanwhile';
  const qualification: Qualification = {
    ...known,
    state: said.decision === 'verify' ? 'verified' : 'sent-back',
    vendor: { by: by.name, at: now.toISOString(), comment: said.comment, score: said.score },
  };
  const judged: Lead = { ...lead, qualification, updatedAt: now.toISOString() };
  await writeLeadRecord(desk, judged, { userId: by.userId, name: by.name });
  // The state did not change, so that the records alone do not tell of it.
  if (isVerifiedAgain) {
    await recordEvent(queries, {
      type: 'lead.qualification-verified',
      partnerId,
      subject: { type: 'lead', id: lead.id },
      by: { userId: by.userId, name: by.name },
      at: now,
      data: { number: lead.number, score: said.score ?? known.score },
    });
  }
  return undefined;
}

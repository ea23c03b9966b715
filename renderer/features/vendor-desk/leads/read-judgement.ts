import { err, ok, type Result } from '#shared/lib/result';
import type { JudgeQualification } from '#shared/protocol/vendor-lead';

export interface JudgementDraft {
  readonly decision: JudgeQualification['decision'];
  readonly comment: string;
  /** Empty: as the partner's answers say. */
  readonly score: string;
}

/** The vendor's word on a qualification, or what is missing: sending back says what to change. `readAt`: of what was read. */
export function readJudgement(
  { decision, comment, score }: JudgementDraft,
  readAt: string,
): Result<JudgeQualification, 'comment' | 'score'> {
  const words = comment.trim();
  const own = score.trim() === '' ? null : Number(score);
  if (own !== null && (!Number.isInteger(own) || own < 0 || own > 100)) return err('score');
  if (decision === 'send-back' && words === '') return err('comment');
  return ok({ decision, comment: words, score: own, readAt });
}

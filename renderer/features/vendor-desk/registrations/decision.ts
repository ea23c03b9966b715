import { parseInput } from '#shared/domain/money/parse-input';
import type { RegistrationDecision, RegistrationVerdict } from '#shared/protocol/vendor-registration';

export type Refusal = Extract<RegistrationDecision, { readonly decision: 'refuse' }>['refusal'];

/** A decision as it is being written. */
export interface DecisionDraft {
  readonly decision: RegistrationDecision['decision'];
  readonly percent: string;
  readonly validUntil: string;
  readonly refusal: Refusal | null;
  readonly comment: string;
}
export type DecisionProblem = 'percent' | 'day' | 'refusal' | 'comment';

/** The decision, or what is missing. `today`: it must be valid for a day at least. Figures are read as a person of `locale` writes them. */
export function readDecision(
  draft: DecisionDraft,
  today: string,
  locale: string,
):
  | { readonly ok: true; readonly value: RegistrationVerdict }
  | { readonly ok: false; readonly problem: DecisionProblem } {
  const comment = draft.comment.trim();
  if (draft.decision === 'refuse') {
    const { refusal } = draft;
    if (refusal === null) return { ok: false, problem: 'refusal' };
    // "Another reason" says nothing by itself.
    if (refusal === 'other' && comment === '') return { ok: false, problem: 'comment' };
    return { ok: true, value: { decision: 'refuse', refusal, comment } };
  }
  const percent = parseInput(draft.percent, 'percent', locale);
  if (!percent.ok) return { ok: false, problem: 'percent' };
  const { validUntil } = draft;
  if (validUntil <= today) return { ok: false, problem: 'day' };
  return { ok: true, value: { decision: 'grant', percent: percent.value, validUntil, comment } };
}

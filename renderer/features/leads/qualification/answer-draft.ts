import type { Criterion } from '#shared/domain/lead/criteria';
import type { AnswerDraft, Answers } from '../commands';

/** The answers that the questions still have: the vendor may have changed them since they were chosen. */
export const knownAnswers = (criteria: readonly Criterion[], answers: Answers): Answers =>
  Object.fromEntries(
    criteria.flatMap(({ id, options }) => {
      const chosen = Object.hasOwn(answers, id) ? answers[id] : undefined;
      return chosen !== undefined && options.some((option) => option.id === chosen) ? [[id, chosen]] : [];
    }),
  );

/** Something in the form is not as it was last saved. */
export function isUnsaved(draft: AnswerDraft, saved: AnswerDraft): boolean {
  const ids = new Set([...Object.keys(draft.answers), ...Object.keys(saved.answers)]);
  return (
    draft.note.trim() !== saved.note.trim() || [...ids].some((id) => draft.answers[id] !== saved.answers[id])
  );
}

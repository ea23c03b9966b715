import { z } from 'zod';
import { mergeText } from '../domain/deal/merge-text';
import { maxNote, qualificationSchema, type Qualification } from '../domain/lead/lead';
import { scoreOf, unknownAnswer } from '../domain/lead/score';
import { idSchema } from '../lib/ids';
import { writeLead } from './lead-in';
import { defineMutation, partnerRoles } from './mutation';
import { leadToQualify } from './qualified-lead';
import { refuse } from './rejection';

const said = qualificationSchema.pick({ answers: true, note: true });
const args = z.object({
  id: idSchema,
  /** The partner's lead criteria that are answered. */
  criteriaId: idSchema,
  ...said.shape,
  /** Both as the person saw them; absent: what is said now counts. */
  base: said.optional(),
});
type Answers = Qualification['answers'];

/** What somebody else answered since `base` stays, where this person did not choose anew. */
const mergeAnswers = (base: Answers, now: Answers, wanted: Answers): Answers => {
  const touched = new Set(
    [...Object.keys(base), ...Object.keys(wanted)].filter((id) => base[id] !== wanted[id]),
  );
  return Object.fromEntries([
    ...Object.entries(now).filter(([id]) => !touched.has(id)),
    ...Object.entries(wanted).filter(([id]) => touched.has(id)),
  ]);
};

/**
 * OPP-3, first step: the partner's answers to the vendor's questions, all that are given so far. SY-14: what others answered and noted since
 * `base` stays.
 */
export const answerCriteria = defineMutation<'answerCriteria', z.infer<typeof args>>({
  name: 'answerCriteria',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id, criteriaId }) => [
    { type: 'lead', id },
    { type: 'leadCriteria', id: criteriaId },
  ],
  apply: (records, { answers: wanted, note: noted, base, ...about }, { userId, capturedAt }) => {
    const found = leadToQualify(records, about);
    if (!found.ok) return found;
    const { lead, asked } = found.value;
    const unknown = unknownAnswer(asked.criteria, wanted);
    if (unknown !== undefined) {
      const issue = { path: `answers.${unknown}`, message: 'is no criterion of these, or no option of it' };
      return refuse({ type: 'invalid-arguments', issues: [issue] });
    }
    const before = lead.qualification;
    const answers = base ? mergeAnswers(base.answers, before?.answers ?? {}, wanted) : wanted;
    const note = mergeText(base?.note, before?.note ?? '', noted, maxNote);
    if (note === undefined) return refuse({ type: 'edited-elsewhere', recordType: 'lead', id: about.id });
    return writeLead({
      ...lead,
      qualification: {
        answers,
        note,
        score: scoreOf(asked.criteria, answers),
        state: before?.state ?? 'draft',
        by: userId,
        at: capturedAt,
        vendor: before?.vendor ?? null,
      },
      updatedAt: capturedAt,
    });
  },
});

import { z } from 'zod';
import { qualificationSchema } from '../domain/lead/lead';
import { scoreOf, unknownAnswer } from '../domain/lead/score';
import { idSchema } from '../lib/ids';
import { writeLead } from './lead-in';
import { defineMutation, partnerRoles } from './mutation';
import { leadToQualify } from './qualified-lead';
import { refuse } from './rejection';

const args = z.object({
  id: idSchema,
  /** The partner's lead criteria that are answered. */
  criteriaId: idSchema,
  ...qualificationSchema.pick({ answers: true, note: true }).shape,
});

/** OPP-3, first step: the partner's answers to the vendor's questions, all that are given so far. */
export const answerCriteria = defineMutation<'answerCriteria', z.infer<typeof args>>({
  name: 'answerCriteria',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id, criteriaId }) => [
    { type: 'lead', id },
    { type: 'leadCriteria', id: criteriaId },
  ],
  apply: (records, { answers, note, ...about }, { userId, capturedAt }) => {
    const found = leadToQualify(records, about);
    if (!found.ok) return found;
    const { lead, asked } = found.value;
    const unknown = unknownAnswer(asked.criteria, answers);
    if (unknown !== undefined) {
      const issue = { path: `answers.${unknown}`, message: 'is no criterion of these, or no option of it' };
      return refuse({ type: 'invalid-arguments', issues: [issue] });
    }
    return writeLead({
      ...lead,
      qualification: {
        answers,
        note,
        score: scoreOf(asked.criteria, answers),
        state: lead.qualification?.state ?? 'draft',
        by: userId,
        at: capturedAt,
        vendor: lead.qualification?.vendor ?? null,
      },
      updatedAt: capturedAt,
    });
  },
});

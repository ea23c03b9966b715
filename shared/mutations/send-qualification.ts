import { z } from 'zod';
import { missingAnswers, scoreOf, unknownAnswer } from '../domain/lead/score';
import { idSchema } from '../lib/ids';
import { writeLead } from './lead-in';
import { defineMutation, partnerRoles } from './mutation';
import { leadToQualify } from './qualified-lead';
import { refuse } from './rejection';

const args = z.object({ id: idSchema, criteriaId: idSchema });

/** OPP-3, second step: the answers go to the vendor, with every required criterion answered; again after they were sent back. */
export const sendQualification = defineMutation<'sendQualification', z.infer<typeof args>>({
  name: 'sendQualification',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id, criteriaId }) => [
    { type: 'lead', id },
    { type: 'leadCriteria', id: criteriaId },
  ],
  apply: (records, about, { userId, capturedAt }) => {
    const found = leadToQualify(records, about);
    if (!found.ok) return found;
    const { lead, asked } = found.value;
    const answers = lead.qualification?.answers ?? {};
    // The vendor may have changed the questions since they were answered.
    const outdated = unknownAnswer(asked.criteria, answers);
    const wrong = [...missingAnswers(asked.criteria, answers), ...(outdated === undefined ? [] : [outdated])];
    if (wrong.length > 0 || !lead.qualification) {
      const issues = wrong.map((id) => ({ path: `answers.${id}`, message: 'has to be answered' }));
      return refuse({ type: 'invalid-arguments', issues });
    }
    return writeLead({
      ...lead,
      qualification: {
        ...lead.qualification,
        score: scoreOf(asked.criteria, answers),
        state: 'sent',
        by: userId,
        at: capturedAt,
      },
      updatedAt: capturedAt,
    });
  },
});

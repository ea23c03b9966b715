import { z } from 'zod';
import { maxMetCriteria } from '../domain/deal/opportunity';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = z.object({
  opportunityId: idSchema,
  criterionId: z.string().min(1).max(60),
  met: z.boolean(),
});

/** OPP-1: an exit criterion of the sales path is met, or is not after all. The first to have said so stays. */
export const meetCriterion = defineMutation<'meetCriterion', z.infer<typeof args>>({
  name: 'meetCriterion',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ opportunityId }) => [{ type: 'opportunity', id: opportunityId }],
  apply: (records, { opportunityId: id, criterionId, met }, { userId, capturedAt }) => {
    const opportunity = records.get('opportunity', id);
    if (!opportunity) return refuse({ type: 'not-found', recordType: 'opportunity', id });
    const { [criterionId]: before, ...others } = opportunity.met ?? {};
    if ((before !== undefined) === met) return ok([]);
    if (met && Object.keys(others).length >= maxMetCriteria) {
      return refuse({ type: 'too-many-items', limit: maxMetCriteria });
    }
    const now = met ? { ...others, [criterionId]: { by: userId, at: capturedAt } } : others;
    const record = { ...opportunity, met: now, updatedAt: capturedAt, updatedBy: userId };
    return ok([{ type: 'opportunity', id, record }]);
  },
});

import type { z } from 'zod';
import { goalSchema, isAmountMeasure } from '../domain/partner/goal';
import { ok } from '../lib/result';
import { defineMutation } from './mutation';
import { whyNotThePerson } from './obligation-in';
import { refuse } from './rejection';

const args = goalSchema.omit({ partnerId: true, setBy: true, updatedAt: true });

/** What a manager wants somebody, or the team, to reach. The same id again sets it anew. */
export const setGoal = defineMutation<'setGoal', z.infer<typeof args>>({
  name: 'setGoal',
  schemaVersion: 1,
  args,
  roles: ['manager'],
  touches: ({ id, userId }) => [
    { type: 'goal', id },
    ...(userId === null ? [] : [{ type: 'person', id: userId } as const]),
  ],
  apply: (records, goal, { userId, partnerId, capturedAt }) => {
    const nobody = whyNotThePerson(records, goal.userId);
    if (nobody) return refuse(nobody);
    if ((goal.currency !== null) !== isAmountMeasure(goal.measure)) {
      const message = goal.currency === null ? 'belongs to an amount' : 'does not belong to what is counted';
      return refuse({ type: 'invalid-arguments', issues: [{ path: 'currency', message }] });
    }
    const record = { ...goal, partnerId, setBy: userId, updatedAt: capturedAt };
    return ok([{ type: 'goal', id: goal.id, record }]);
  },
});

import { z } from 'zod';
import { obligationSchema } from '../domain/deal/obligation';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { firstRepeated } from './item-twice';
import { defineMutation, partnerRoles, type RecordWrite } from './mutation';
import { whyNotThePerson } from './obligation-in';
import { refuse } from './rejection';

const args = z.object({
  opportunityId: idSchema,
  obligations: z
    .array(
      obligationSchema.pick({
        id: true,
        templateId: true,
        text: true,
        side: true,
        ownerId: true,
        dueOn: true,
        // Of a step that was taken away and is wanted back.
        earlier: true,
      }),
    )
    .min(1)
    .max(50),
});

/**
 * OPP-7: what both sides owe in a deal from here on. Steps of the sales path have ids that are the same on every device (`obligationId`), so
 * that two people who plan the same do it once: what is there already stays as it is.
 */
export const planObligations = defineMutation<'planObligations', z.infer<typeof args>>({
  name: 'planObligations',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ opportunityId, obligations }) => [
    { type: 'opportunity', id: opportunityId },
    ...obligations.flatMap(({ id, ownerId }) => [
      { type: 'obligation', id } as const,
      ...(ownerId === null ? [] : [{ type: 'person', id: ownerId } as const]),
    ]),
  ],
  apply: (records, { opportunityId, obligations }, { partnerId, capturedAt }) => {
    if (!records.get('opportunity', opportunityId)) {
      return refuse({ type: 'not-found', recordType: 'opportunity', id: opportunityId });
    }
    const twice = firstRepeated(obligations.map(({ id }) => id));
    if (twice !== undefined) {
      const issue = { path: 'obligations', message: `${twice} is there twice` };
      return refuse({ type: 'invalid-arguments', issues: [issue] });
    }
    const writes: RecordWrite[] = [];
    for (const planned of obligations) {
      const { id, templateId, side, ownerId } = planned;
      const before = records.get('obligation', id);
      const isPlanned = before?.opportunityId === opportunityId && before.templateId === templateId;
      if (before && isPlanned && templateId !== null) continue;
      if (before) return refuse({ type: 'already-exists', recordType: 'obligation', id });
      if (side === 'vendor' && ownerId !== null) {
        const issue = { path: 'obligations.ownerId', message: 'the vendor names its own people' };
        return refuse({ type: 'invalid-arguments', issues: [issue] });
      }
      const nobody = whyNotThePerson(records, ownerId);
      if (nobody) return refuse(nobody);
      const record = {
        ...planned,
        partnerId,
        opportunityId,
        done: null,
        escalation: null,
        createdAt: capturedAt,
        updatedAt: capturedAt,
      };
      writes.push({ type: 'obligation', id, record });
    }
    return ok(writes);
  },
});

import { z } from 'zod';
import { daySchema } from '../lib/clock';
import { idSchema } from '../lib/ids';
import { defineMutation, partnerRoles } from './mutation';
import { registrationIn, writeRegistration } from './registration-in';
import { refuse } from './rejection';

const args = z.object({
  id: idSchema,
  /** The deal registration that was granted for it. */
  registrationId: idSchema,
  until: daySchema,
  reason: z.string().max(2_000),
});

/** OPP-4: asks the vendor to protect a deal for longer. One at a time; the last one asked for stays to be read. */
export const requestExtension = defineMutation<'requestExtension', z.infer<typeof args>>({
  name: 'requestExtension',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id, registrationId }) => [
    { type: 'registrationRequest', id },
    { type: 'dealRegistration', id: registrationId },
  ],
  apply: (records, { id, registrationId, until, reason }, { userId, capturedAt }) => {
    const request = registrationIn(['granted'], records, id);
    if (!request.ok) return request;
    const wrong = (state: string, wanted: string) =>
      refuse({ type: 'wrong-state', recordType: 'registrationRequest', id, state, wanted });
    if (request.value.ended) return wrong('ended', 'granted');
    const { extension } = request.value;
    if (extension && !extension.decision) return wrong('extension-asked', 'granted');
    const granted =
      request.value.registrationId === registrationId
        ? records.get('dealRegistration', registrationId)
        : undefined;
    if (!granted) return refuse({ type: 'not-found', recordType: 'dealRegistration', id: registrationId });
    if (until <= granted.validUntil) {
      const issue = { path: 'until', message: `must be after ${granted.validUntil}` };
      return refuse({ type: 'invalid-arguments', issues: [issue] });
    }
    return writeRegistration({
      ...request.value,
      extension: { by: userId, askedAt: capturedAt, until, reason, decision: null },
      updatedAt: capturedAt,
    });
  },
});

import { z } from 'zod';
import { maxAppeals } from '../domain/deal/registration-request';
import { idSchema } from '../lib/ids';
import { defineMutation, partnerRoles } from './mutation';
import { registrationIn, writeRegistration } from './registration-in';
import { refuse } from './rejection';

const args = z.object({ id: idSchema, text: z.string().trim().min(1).max(10_000) });

/** OPP-4: says something against a refusal; the vendor looks at the request again. */
export const appealRegistration = defineMutation<'appealRegistration', z.infer<typeof args>>({
  name: 'appealRegistration',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'registrationRequest', id }],
  apply: (records, { id, text }, { userId, capturedAt }) => {
    const request = registrationIn(['refused'], records, id);
    if (!request.ok) return request;
    const appeals = [...request.value.appeals, { by: userId, at: capturedAt, text }];
    if (appeals.length > maxAppeals) return refuse({ type: 'too-many-items', limit: maxAppeals });
    return writeRegistration({ ...request.value, appeals, state: 'submitted', updatedAt: capturedAt });
  },
});

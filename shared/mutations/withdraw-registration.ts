import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { defineMutation, partnerRoles } from './mutation';
import { registrationIn, writeRegistration } from './registration-in';

const args = z.object({ id: idSchema });

/** OPP-4: takes a request back that was not granted. */
export const withdrawRegistration = defineMutation<'withdrawRegistration', z.infer<typeof args>>({
  name: 'withdrawRegistration',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'registrationRequest', id }],
  apply: (records, { id }, { capturedAt }) => {
    const request = registrationIn(['submitted', 'refused'], records, id);
    if (!request.ok) return request;
    return writeRegistration({ ...request.value, state: 'withdrawn', updatedAt: capturedAt });
  },
});

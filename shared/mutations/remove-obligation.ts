import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { obligationIn } from './obligation-in';

const args = z.object({ id: idSchema });

/** OPP-7: takes a step away that the partner owed and that was not done. */
export const removeObligation = defineMutation<'removeObligation', z.infer<typeof args>>({
  name: 'removeObligation',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'obligation', id }],
  apply: (records, { id }) => {
    const obligation = obligationIn('open', records, id);
    return obligation.ok ? ok([{ type: 'obligation', id, record: null }]) : obligation;
  },
});

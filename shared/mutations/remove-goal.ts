import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { defineMutation } from './mutation';
import { refuse } from './rejection';

const args = z.object({ id: idSchema });

export const removeGoal = defineMutation<'removeGoal', z.infer<typeof args>>({
  name: 'removeGoal',
  schemaVersion: 1,
  args,
  roles: ['manager'],
  touches: ({ id }) => [{ type: 'goal', id }],
  apply: (records, { id }) =>
    records.get('goal', id)
      ? ok([{ type: 'goal', id, record: null }])
      : refuse({ type: 'not-found', recordType: 'goal', id }),
});

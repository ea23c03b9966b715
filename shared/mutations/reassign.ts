import { z } from 'zod';
import { isMergedType } from '../domain/deal/edit-conflict';
import type { RecordOf } from '../domain/records';
import { idSchema } from '../lib/ids';
import { ok, type Result } from '../lib/result';
import { writtenFields } from './merge-edit';
import { defineMutation, type MutationContext, type RecordReader, type RecordWrite } from './mutation';
import { whyNotThePerson } from './obligation-in';
import { refuse, type Rejection } from './rejection';

/** What a manager can give to somebody else. */
export const reassignedTypes = [
  'account',
  'opportunity',
  'lead',
  'quote',
  'registrationRequest',
  'obligation',
  'activity',
] as const;

const itemSchema = z.object({ type: z.enum(reassignedTypes), id: idSchema });
const args = z.object({ items: z.array(itemSchema).min(1).max(500), toUserId: idSchema });

/** A manager gives work to another person of the partner, all of it or nothing. What it says is as it was. */
export const reassign = defineMutation<'reassign', z.infer<typeof args>>({
  name: 'reassign',
  schemaVersion: 1,
  args,
  roles: ['manager'],
  touches: ({ items, toUserId }) => [
    ...items.map(({ type, id }) => ({ type, id })),
    { type: 'person', id: toUserId },
  ],
  apply: (records, { items, toUserId }, context) => {
    const nobody = whyNotThePerson(records, toUserId);
    if (nobody) return refuse(nobody);
    const writes: RecordWrite[] = [];
    for (const item of items) {
      const given = give(records, item, toUserId, context);
      if (!given.ok) return given;
      writes.push(...given.value);
    }
    return ok(writes);
  },
});

function give(
  records: RecordReader,
  { type, id }: z.infer<typeof itemSchema>,
  ownerId: string,
  context: MutationContext,
): Result<readonly RecordWrite[], Rejection> {
  const record = records.get(type, id);
  if (!record) return refuse({ type: 'not-found', recordType: type, id });
  if (record.ownerId === ownerId) return ok([]);
  const wrong = (state: string, wanted: string) =>
    refuse({ type: 'wrong-state', recordType: type, id, state, wanted });
  // One that nobody took on is nobody's to give.
  if (type === 'lead' && record.ownerId === null) return wrong('offered', 'accepted');
  if ('side' in record && record.side === 'vendor') return wrong('vendor', 'partner');
  if (isMergedType(type)) {
    return ok(writtenFields(type, record as RecordOf<typeof type>, { ownerId }, context));
  }
  return ok([{ type, id, record: { ...record, ownerId, updatedAt: context.capturedAt } } as RecordWrite]);
}

import { ok } from '#shared/lib/result';
import type { Authority } from './authority';
import { withRecords, writtenOf } from './writes';

/** OPP-7, SY-11: a step is done when the server hears of it, by whom the account names. */
export const completeObligationAuthority: Authority = async (writes, { senderName, now }) => {
  const obligation = writtenOf(writes, 'obligation');
  const at = now.toISOString();
  const { id, done } = obligation;
  const record = { ...obligation, done: { by: senderName, at, note: done?.note ?? '' }, updatedAt: at };
  return ok(withRecords(writes, { type: 'obligation', id, record }));
};

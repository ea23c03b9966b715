import { ok } from '#shared/lib/result';
import type { Authority } from './authority';
import { withRecords, writtenOf } from './writes';

/** OPP-6, SY-11: a message is received when the server says so, and is from whom the account says. */
export const receiveMessageAuthority: Authority = async (writes, { senderName, now }) => {
  const said = writtenOf(writes, 'message');
  const record = { ...said, authorName: senderName, receivedAt: now.toISOString() };
  return ok(withRecords(writes, { type: 'message', id: said.id, record }));
};

/** OPP-6: nobody has read what is not received yet: a clock that runs ahead would hide what comes. */
export const markReadAuthority: Authority = async (writes, { records, now }) => {
  if (writes.length === 0) return ok(writes);
  const mark = writtenOf(writes, 'readMark');
  if (Date.parse(mark.upTo) <= now.getTime()) return ok(writes);
  const upTo = now.toISOString();
  const before = records.get('readMark', mark.id);
  if (before && Date.parse(before.upTo) >= now.getTime()) return ok([]);
  return ok(withRecords(writes, { type: 'readMark', id: mark.id, record: { ...mark, upTo } }));
};

import { attachmentPath, storedAttachmentSchema } from '#shared/protocol/attachments';
import type { Attachment } from '#shared/domain/conversation/message';
import type { RecordOf } from '#shared/domain/records';
import { err, ok, type Result } from '#shared/lib/result';
import type { ClientDatabase } from '../db/database';
import type { AttachmentRefusal, AttachmentRow, RecordRow } from '../db/rows';
import { requestJson } from './server-api';
import { sha256Hex } from './sha256';
import type { SyncContext, SyncFailure } from './sync-context';

/** A connection that garbles a file this often will not carry it. */
const mostGarbled = 5;

/**
 * OPP-6: sends the bytes of files whose record the server has, oldest first. What is cut off is sent again as a whole, which changes nothing at the
 * server. A file that is not taken stays here with the reason and stops no other. Work that was done meanwhile goes first: the next round goes on.
 */
export async function uploadAttachments(context: SyncContext): Promise<Result<void, SyncFailure>> {
  const { db, report } = context;
  const waiting = await readyToSend(db);
  for (const [done, row] of waiting.entries()) {
    if ((await db.outbox.where('state').equals('waiting').count()) > 0) return ok(undefined);
    report('pushing', { done, total: waiting.length });
    const sent = await uploadOne(context, row);
    if (!sent.ok) return sent;
  }
  return ok(undefined);
}

/** Waiting files that the server can place: it has the record, with the file in it. */
async function readyToSend(db: ClientDatabase): Promise<readonly AttachmentRow[]> {
  const waiting = await db.attachments.where('state').equals('waiting').toArray();
  const owners = await db.records.bulkGet(waiting.map(({ owner }) => [owner.type, owner.id]));
  return waiting
    .filter(({ id, named }, index) => named || attachmentsOf(owners[index]).some((each) => each.id === id))
    .toSorted((a, b) => a.addedAt.localeCompare(b.addedAt));
}

/** As the server has the record: what waits in the outbox is not there yet. */
function attachmentsOf(row: RecordRow | undefined): readonly Attachment[] {
  const record = row && (row.pending.length > 0 ? row.shadow : row.value);
  if (!record) return [];
  return row.type === 'message'
    ? (record as RecordOf<'message'>).attachments
    : ((record as RecordOf<'order'>).documents ?? []);
}

async function uploadOne(
  { db, fetch, signal }: SyncContext,
  row: AttachmentRow,
): Promise<Result<void, SyncFailure>> {
  const bytes = (await db.attachmentBytes.get(row.id))?.bytes;
  if (!bytes || (await sha256Hex(bytes)) !== row.sha256) return keepRefusal(db, row, 'damaged');
  const path = attachmentPath(row.owner, row.id);
  const answer = await requestJson(fetch, { method: 'PUT', path, bytes, signal }, storedAttachmentSchema);
  if (answer.ok) {
    await db.attachments.update(row.id, { state: 'sent', refusal: null });
    return ok(undefined);
  }
  const { error } = answer;
  if (error.type !== 'refused') return answer;
  switch (error.reason) {
    case 'not-found':
      return ok(undefined); // Removed, or another server's records: it waits.
    case 'unsupported-media-type':
      return keepRefusal(db, row, 'executable');
    case 'too-large':
      return keepRefusal(db, row, 'too-large');
    case 'conflict':
      return keepRefusal(db, row, 'id-taken');
    case 'bad-request': {
      const garbled = row.garbled + 1;
      if (garbled >= mostGarbled) return keepRefusal(db, row, 'changed-on-the-way');
      await db.attachments.update(row.id, { garbled });
      return err(error);
    }
    default:
      return err(error);
  }
}

async function keepRefusal(
  db: ClientDatabase,
  { id }: AttachmentRow,
  refusal: AttachmentRefusal,
): Promise<Result<void, SyncFailure>> {
  await db.attachments.update(id, { state: 'refused', refusal });
  return ok(undefined);
}

import type { Attachment } from '#shared/domain/conversation/message';
import { err, ok, type Result } from '#shared/lib/result';
import { attachmentPath, type AttachmentOwner } from '#shared/protocol/attachments';
import type { ClientDatabase } from '../db/database';
import type { Clock } from '../db/mutate';
import { requestBytes, type Fetch, type ServerFailure } from './server-api';
import { sha256Hex } from './sha256';

export type DownloadError =
  /** Whoever attached it has not been online since, or the record went. */
  | { readonly type: 'not-there-yet' }
  /** Other bytes came than the record names. */
  | { readonly type: 'wrong-bytes' }
  | Exclude<ServerFailure, { readonly type: 'refused' }>
  | { readonly type: 'refused' };

/** OPP-6: the bytes of an attachment, from this device where they are here whole, else from the server; then they stay here. */
export async function readAttachment(
  db: ClientDatabase,
  fetch: Fetch,
  now: Clock,
  owner: AttachmentOwner,
  attachment: Attachment,
): Promise<Result<Uint8Array<ArrayBuffer>, DownloadError>> {
  const { id, sha256, size } = attachment;
  const here = (await db.attachmentBytes.get(id))?.bytes;
  if (here && (await sha256Hex(here)) === sha256) return ok(here);
  const path = attachmentPath(owner, id);
  const answer = await requestBytes(fetch, { method: 'GET', path, cache: 'no-store', maxBytes: size });
  if (!answer.ok) {
    const { error } = answer;
    if (error.type !== 'refused') return err(error);
    return err({ type: error.reason === 'not-found' ? 'not-there-yet' : 'refused' });
  }
  const bytes = answer.value;
  if (bytes.length !== size || (await sha256Hex(bytes)) !== sha256) return err({ type: 'wrong-bytes' });
  await keep(db, now, owner, attachment, bytes);
  return ok(bytes);
}

/** So that it opens offline the next time. A store that is full or only for reading still gives the file to the person. */
async function keep(
  db: ClientDatabase,
  now: Clock,
  owner: AttachmentOwner,
  attachment: Attachment,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const kept = {
    state: 'sent',
    named: true,
    refusal: null,
    garbled: 0,
    addedAt: now().toISOString(),
  } as const;
  try {
    await db.transaction('rw', db.attachments, db.attachmentBytes, async () => {
      await db.attachmentBytes.put({ id: attachment.id, bytes });
      await db.attachments.put({ ...attachment, owner, ...kept });
    });
  } catch {
    // The file is in hand all the same; only the next time it has to come again.
  }
}

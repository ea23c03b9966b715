import { createHash } from 'node:crypto';
import { isExecutable, mediaTypeOf } from '#shared/domain/conversation/media-type';
import { err, ok, type Result } from '#shared/lib/result';
import type { AttachmentOwner, StoredAttachment } from '#shared/protocol/attachments';
import type { Session } from '#shared/protocol/session';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import { findNamed, findStored, keepBytes, readBytes, type Named, type StoredRow } from './repository';

export type AttachmentService = ReturnType<typeof attachmentService>;

export type UploadError =
  /** No record of the sender's names it; of the vendor's people: no record at all. */
  | { readonly type: 'not-named' }
  /** Not the bytes that the record names. */
  | { readonly type: 'other-bytes'; readonly what: 'size' | 'sha256' }
  /** Other bytes were kept under the id before. */
  | { readonly type: 'id-taken' }
  | { readonly type: 'executable'; readonly mediaType: string };

export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const vendorId = 'vendor';

/** OPP-6: the bytes of what messages and orders name. */
export function attachmentService(database: Database, clock: Clock) {
  /** What others' records name does not exist for a partner. */
  const named = async (
    { partnerId }: Session,
    owner: AttachmentOwner,
    id: string,
  ): Promise<Named | undefined> => {
    const found = await findNamed(database, owner, id);
    return partnerId === vendorId || found?.partnerId === partnerId ? found : undefined;
  };
  return {
    /** Idempotent: what is kept already is answered as when it was kept. */
    upload: async (
      session: Session,
      owner: AttachmentOwner,
      id: string,
      bytes: Buffer,
    ): Promise<Result<StoredAttachment, UploadError>> => {
      const found = await named(session, owner, id);
      if (!found) return err({ type: 'not-named' });
      const { partnerId, attachment } = found;
      if (bytes.length !== attachment.size) return err({ type: 'other-bytes', what: 'size' });
      if (sha256(bytes) !== attachment.sha256) return err({ type: 'other-bytes', what: 'sha256' });
      const mediaType = await mediaTypeOf(bytes, attachment.name);
      if (isExecutable(mediaType, attachment.name)) return err({ type: 'executable', mediaType });
      if (!(await findStored(database, partnerId, id)))
        await keepBytes(database, {
          partner_id: partnerId,
          id,
          uploaded_by: session.userId,
          size: attachment.size,
          sha256: attachment.sha256,
          media_type: mediaType,
          received_at: clock(),
          bytes,
        });
      const stored = await findStored(database, partnerId, id);
      if (stored?.sha256 !== attachment.sha256) return err({ type: 'id-taken' });
      return ok(asAnswer(stored));
    },

    /** undefined: nobody may know of it, or its bytes have not come yet. */
    download: async (session: Session, owner: AttachmentOwner, id: string): Promise<Download | undefined> => {
      const found = await named(session, owner, id);
      if (!found) return undefined;
      const { partnerId, attachment } = found;
      const stored = await findStored(database, partnerId, id);
      if (stored?.sha256 !== attachment.sha256) return undefined;
      const bytes = await readBytes(database, partnerId, id);
      return bytes && { name: attachment.name, mediaType: stored.media_type, bytes };
    },
  };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const asAnswer = ({
  id,
  size,
  sha256: hash,
  media_type: mediaType,
  received_at,
}: StoredRow): StoredAttachment => ({
  id,
  size,
  sha256: hash,
  mediaType,
  receivedAt: received_at.toISOString(),
});

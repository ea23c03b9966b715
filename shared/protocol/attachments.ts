import { z } from 'zod';
import { attachmentSchema } from '../domain/conversation/message';
import { instantSchema } from '../lib/clock';
import { idSchema } from '../lib/ids';

/** Records that name attachments. */
export const attachmentOwnerTypes = ['message', 'order'] as const;
export const attachmentOwnerSchema = z.object({ type: z.enum(attachmentOwnerTypes), id: idSchema });
export type AttachmentOwner = z.infer<typeof attachmentOwnerSchema>;

/** Raw bytes travel as this, whatever they are; what they are the server finds out. */
export const attachmentContentType = 'application/octet-stream';

/**
 * PUT: the bytes, once a record of one's own names them by `id`, `size` and `sha256`; sending them again changes nothing. GET: the bytes, for
 * people of the partner whose record it is and for the vendor's. `not-found`: no such record names it, or (GET) the bytes have not come yet.
 */
export const attachmentPath = (owner: AttachmentOwner, id: string): string =>
  `/api/v1/attachments/${encodeURIComponent(id)}?type=${owner.type}&record=${encodeURIComponent(owner.id)}`;

export const attachmentQuerySchema = z.object({ type: z.enum(attachmentOwnerTypes), record: idSchema });

/** What the server keeps. `mediaType` is what the bytes are, whatever the record says of them. */
export const storedAttachmentSchema = attachmentSchema
  .omit({ name: true })
  .extend({ receivedAt: instantSchema });
export type StoredAttachment = z.infer<typeof storedAttachmentSchema>;

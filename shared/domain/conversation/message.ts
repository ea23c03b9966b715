import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';

export const maxAttachmentBytes = 10 * 1024 * 1024;

/** What can be talked about. */
export const conversationTypes = ['lead', 'opportunity', 'registrationRequest', 'quote', 'order'] as const;
export const conversationKeySchema = z.object({ type: z.enum(conversationTypes), id: idSchema });
export type ConversationKey = z.infer<typeof conversationKeySchema>;

/** A file that goes with a message or an order; its bytes travel apart and may arrive later. */
export const attachmentSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(200),
  /** By its content, not by what its name says. */
  mediaType: z.string().min(1).max(120),
  size: z.number().int().min(1).max(maxAttachmentBytes),
  /** Lower-case hex, of the bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** OPP-6: what one person wrote about a deal; partner and vendor read the same. Never changed. */
export const messageSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  about: conversationKeySchema,
  authorId: idSchema,
  authorName: z.string().max(200),
  side: z.enum(['partner', 'vendor']),
  text: z.string().max(10_000),
  /** Who is meant to read it; of either side. */
  mentions: z.array(idSchema).max(50),
  attachments: z.array(attachmentSchema).max(10),
  /** By the device's clock; orders nothing (SY-11). */
  capturedAt: instantSchema,
  /** By the server's clock; null until it was received. */
  receivedAt: instantSchema.nullable(),
});
export type Message = z.infer<typeof messageSchema>;

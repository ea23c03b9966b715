import { z } from 'zod';
import { conversationKeySchema, messageSchema } from '../domain/conversation/message';
import { instantSchema } from '../lib/clock';
import { idSchema } from '../lib/ids';
import { isStorable, notStorable } from '../lib/storable-text';

const headSchema = z.object({
  about: conversationKeySchema,
  partnerId: idSchema,
  partnerName: z.string(),
  /** Who the deal is with, or what the opportunity is called. */
  subject: z.string(),
  /** Of the lead, quote or order; '' where there is none. */
  number: z.string(),
});

/** A conversation as the vendor's desk lists it. */
export const vendorConversationSchema = headSchema.extend({
  messages: z.number().int(),
  /** Of others, since this person last read it. */
  unread: z.number().int(),
  last: messageSchema,
});
export type VendorConversation = z.infer<typeof vendorConversationSchema>;

/** GET /api/v1/vendor/conversations: the one last written in first. */
export const vendorConversationListSchema = z.object({ conversations: z.array(vendorConversationSchema) });

const personSchema = z.object({ id: idSchema, name: z.string(), side: z.enum(['partner', 'vendor']) });

/** GET /api/v1/vendor/conversations/{type}/{id}: one, also one in which nobody has written yet. */
export const vendorConversationFileSchema = headSchema.extend({
  /** In the order in which they were received. */
  messages: z.array(messageSchema),
  /** Who can be named: the partner's people and the vendor's who look after it. */
  people: z.array(personSchema),
  /** Up to where this person has read; null: nothing. */
  readUpTo: instantSchema.nullable(),
});
export type VendorConversationFile = z.infer<typeof vendorConversationFileSchema>;

/** POST /api/v1/vendor/conversations/{type}/{id}/messages. The same message sent again is there once. */
export const vendorMessageSchema = messageSchema
  .pick({ id: true, text: true, mentions: true, attachments: true })
  .refine(({ text, attachments }) => text.trim() !== '' || attachments.length > 0, 'says nothing')
  .refine(
    ({ text, attachments }) => [text, ...attachments.map(({ name }) => name)].every(isStorable),
    notStorable,
  );
export type VendorMessage = z.infer<typeof vendorMessageSchema>;

/** POST /api/v1/vendor/conversations/{type}/{id}/read. Never goes back. */
export const vendorReadSchema = z.object({ upTo: instantSchema });

import { v5 } from 'uuid';
import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { conversationKeySchema, type ConversationKey } from './message';

/** OPP-6: up to where a person has read a conversation. One for each person and conversation. */
export const readMarkSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  userId: idSchema,
  about: conversationKeySchema,
  /** `receivedAt` of the newest message that was read. */
  upTo: instantSchema,
});
export type ReadMark = z.infer<typeof readMarkSchema>;

/** The same on every device of the person, so that two of them never make two marks. */
export const readMarkId = (userId: string, { type, id }: ConversationKey): string =>
  v5(`read-mark:${userId}:${type}:${id}`, v5.URL);

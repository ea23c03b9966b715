import { z } from 'zod';
import { instantSchema } from '../lib/clock';
import { idSchema } from '../lib/ids';
import { receivedRejectionSchema } from '../mutations/rejection';

/** POST /api/v1/sync/push. Mutations of one client in the order they were made (SY-3). */
export const sentMutationSchema = z.object({
  seq: z.number().int().positive(),
  name: z.string().min(1).max(80),
  schemaVersion: z.number().int().positive(),
  args: z.unknown(),
  businessId: z.uuid().nullable(),
  capturedAt: instantSchema,
  // Since protocol version 2.
  /** SY-3: names this piece of work for ever: sent again by another client id (a rebuilt store), it is known and not done twice. */
  editId: idSchema.nullish(),
  /** SY-13: the `lastEdit` of the quotes it changes as the person saw them, by key text ("quote:<id>"). */
  saw: z.record(z.string().max(120), z.string().max(64)).nullish(),
});
export type SentMutation = z.infer<typeof sentMutationSchema>;

export const maxPushMutations = 200;

export const pushRequestSchema = z.object({
  protocolVersion: z.number().int(),
  /** One per installation and person, made on the device. */
  clientId: idSchema,
  mutations: z.array(sentMutationSchema).max(maxPushMutations),
});
export type PushRequest = z.infer<typeof pushRequestSchema>;

/** A refused mutation, as the server keeps it (SY-4). */
export const refusedSchema = z.object({
  seq: z.number().int().positive(),
  rejection: receivedRejectionSchema,
});

export const pushResponseSchema = z.object({
  /** The last `seq` processed, applied or refused. Lower than what was sent when there was a gap. */
  lastSeq: z.number().int().nonnegative(),
  refused: z.array(refusedSchema),
  /**
   * SY-15, since protocol version 2: true when a `seq` at or below the last processed came with an `editId` never processed: under this client
   * id another store, a copy, has sent something else. Nothing of the request was processed; the client goes on under a new id.
   */
  forked: z.boolean().optional(),
});
export type PushResponse = z.infer<typeof pushResponseSchema>;
